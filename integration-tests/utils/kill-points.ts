import { Client } from "pg"
import type { Sandbox } from "../../platform-sandbox"
import type { StoreDatabase } from "./store-database"

/**
 * A moment in a run, named by what has happened rather than by time:
 * - `claimed`: the posts are claimed, nothing is read
 * - `call`: the n-th platform call has arrived and is not answered
 * - `transaction`: the n-th batch is half written
 * - `commit`: the n-th batch is written, its process may not know yet
 */
export type KillPoint =
  | { at: "claimed" }
  | { at: "call"; n: number }
  | { at: "transaction"; n: number }
  | { at: "commit"; n: number }

export const describePoint = (point: KillPoint) =>
  point.at === "claimed" ? point.at : `${point.at} ${point.n}`

export interface Trap {
  /** Resolves when the moment has come and `strike` was called. */
  struck: Promise<void>
  remove(): Promise<void>
}

/** Calls `strike` at a moment of a run; not for `claimed`, which is announced. */
export function setTrap(
  point: Exclude<KillPoint, { at: "claimed" }>,
  { database, sandbox }: { database: StoreDatabase; sandbox: Sandbox },
  strike: () => void
): Promise<Trap> {
  return point.at === "call"
    ? Promise.resolve(trapOnCall(point.n, sandbox, strike))
    : trapOnBatch(point, database, strike)
}

/** The ledger writes a call down before it is answered. */
export function trapOnCall(
  n: number,
  { ledger }: Pick<Sandbox, "ledger">,
  strike: () => void
): Trap {
  const record = ledger.record
  let seen = 0
  let done: () => void
  const struck = new Promise<void>((resolve) => (done = resolve))
  ledger.record = function (this: typeof ledger, ...call) {
    record.apply(this, call)
    if (++seen === n) {
      strike()
      done()
    }
  }
  return {
    struck,
    remove: async () => {
      ledger.record = record
    },
  }
}

/** Any number; nobody else uses locks of this kind. */
const LOCK = 20260713

/**
 * A batch of a sync inserts its snapshots in the middle of its transaction. A
 * trigger counts these inserts, tells of them when they are committed, and
 * stops before the chosen one until our lock is gone.
 */
async function trapOnBatch(
  point: { at: "transaction" | "commit"; n: number },
  { url }: StoreDatabase,
  strike: () => void
): Promise<Trap> {
  const client = new Client({ connectionString: url })
  client.on("error", () => undefined)
  await client.connect()
  const held = point.at === "transaction" ? point.n : 0
  await client.query(
    `CREATE SEQUENCE batches;
     CREATE FUNCTION count_batch() RETURNS trigger LANGUAGE plpgsql AS $$
     DECLARE n bigint := nextval('batches');
     BEGIN
       PERFORM pg_notify('batch_committed', n::text);
       IF n = ${held} THEN
         PERFORM pg_advisory_xact_lock(${LOCK});
       END IF;
       RETURN NULL;
     END $$;
     CREATE TRIGGER count_batch AFTER INSERT ON social_post_snapshot
       FOR EACH STATEMENT EXECUTE FUNCTION count_batch();
     SELECT pg_advisory_lock(${LOCK});
     LISTEN batch_committed`
  )
  const struck =
    point.at === "transaction"
      ? whenHeld(client, strike)
      : whenCommitted(client, point.n, strike)
  return { struck, remove: () => client.end() }
}

function whenCommitted(
  client: Client,
  n: number,
  strike: () => void
): Promise<void> {
  return new Promise((done) => {
    let committed = 0
    client.on("notification", () => {
      if (++committed === n) {
        strike()
        done()
      }
    })
  })
}

async function whenHeld(client: Client, strike: () => void): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(
      `SELECT 1 FROM pg_locks
       WHERE locktype = 'advisory' AND objid = ${LOCK} AND NOT granted`
    )
    if (rowCount) {
      strike()
      // The server goes on, finds nobody to answer to and rolls back.
      await client.query(`SELECT pg_advisory_unlock(${LOCK})`)
      return
    }
  }
}
