import { randomBytes } from "node:crypto"
import { Client } from "pg"
import { migrateStore } from "./store-module"

export interface StoreDatabase {
  name: string
  url: string
  /** Runs statements on this database. */
  query<T = Record<string, unknown>>(
    statement: string,
    values?: unknown[]
  ): Promise<T[]>
  /** Runs statements on the server, for what ends connections to the database. */
  administer(statement: string): Promise<void>
  drop(): Promise<void>
}

/** A new database with the module's schema, on the server of the test run. */
export async function createStoreDatabase(): Promise<StoreDatabase> {
  const database = await newDatabase()
  await migrateStore(database.url)
  return database
}

/** A copy with all rows; nobody may be connected to the original. */
export const cloneStoreDatabase = ({
  name,
}: StoreDatabase): Promise<StoreDatabase> => newDatabase(name)

const administer = async (statement: string) => {
  await once(urlOf("postgres"), (client) => client.query(statement))
}

async function newDatabase(template?: string): Promise<StoreDatabase> {
  const name = `social_${randomBytes(6).toString("hex")}`
  const url = urlOf(name)
  await administer(
    `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ""}`
  )
  return {
    name,
    url,
    administer,
    query: async <T>(statement: string, values: unknown[] = []) =>
      once(url, async (client) => {
        const { rows } = await client.query(statement, values)
        return rows as T[]
      }),
    drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function once<T>(
  url: string,
  work: (client: Client) => Promise<T>
): Promise<T> {
  const client = new Client({ connectionString: url })
  // Tests end connections on purpose; an idle one that dies is no news.
  client.on("error", () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(name: string): string {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const url = new URL(`postgres://${DB_HOST ?? "127.0.0.1"}`)
  url.port = DB_PORT ?? "5432"
  url.username = encodeURIComponent(DB_USERNAME ?? "postgres")
  url.password = encodeURIComponent(DB_PASSWORD ?? "")
  url.pathname = `/${name}`
  return url.href
}
