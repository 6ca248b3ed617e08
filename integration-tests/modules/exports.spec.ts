import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { createSandbox, type Sandbox } from "../../platform-sandbox"
import type { ExportRequest } from "../../src/modules/social-posts/services/export-service"
import {
  createStoreDatabase,
  type StoreDatabase,
} from "../utils/store-database"
import { openStore, type Store } from "../utils/store-module"

jest.setTimeout(180000)

const POSTS = 100_000
const MB = 1024 * 1024

setFlagsFromString("--expose-gc")
const collectGarbage = runInNewContext("gc") as () => void

describe("an export of 100,000 posts", () => {
  let sandbox: Sandbox
  let database: StoreDatabase
  let store: Store

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 1, plain: true, posts: {} })
    database = await createStoreDatabase()
    await database.query(
      `INSERT INTO social_account (id, platform, external_id, username, status)
       VALUES ('sacc_a', 'twitter', '1', 'shop', 'active'),
         ('sacc_b', 'linkedin', '2', 'other', 'active')`
    )
    await database.query(
      `INSERT INTO social_post (id, platform, account_id, platform_post_id,
         status, caption, posted_at, insights)
       SELECT 'spost_' || lpad(n::text, 7, '0'),
         CASE WHEN n % 10 = 0 THEN 'linkedin' ELSE 'twitter' END,
         CASE WHEN n % 10 = 0 THEN 'sacc_b' ELSE 'sacc_a' END,
         '9' || lpad(n::text, 17, '0'), 'posted',
         '=cmd ' || repeat('word ', 60), timestamptz '2026-01-01' + n * interval '1 minute',
         jsonb_build_object('likes', n % 3, 'reach', NULL, 'comments', '[1]'::jsonb,
           'unavailable', jsonb_build_object('reach', 'retired'))
       FROM generate_series(1, ${POSTS}) n`
    )
    await database.query(
      `INSERT INTO social_post_snapshot (id, post_id, captured_at, likes)
       SELECT 'ssnap_' || p || '_' || n, 'spost_' || lpad(p::text, 7, '0'),
         timestamptz '2026-02-01' + (n % 700) * interval '1 microsecond', n
       FROM generate_series(1, 3) p, generate_series(1, 1000) n`
    )
    await database.query(
      `INSERT INTO social_comment (id, post_id, platform_comment_id, author_name,
         text, commented_at, fetched_at, removed_at)
       VALUES
         ('scom_1', 'spost_0000001', 'c1', 'Ann', '=1+1', '2026-11-01', now(), NULL),
         ('scom_2', 'spost_0000001', 'c2', 'Bob', 'Gone', '2026-11-02', now(), now()),
         ('scom_3', 'spost_0000010', 'c3', 'Eve', 'Old', '2026-11-03', now() - interval '3 days', NULL)`
    )
    await database.query(
      `INSERT INTO social_account_snapshot (id, account_id, day, captured_at, followers, reach, unavailable, other_metrics)
       SELECT 'sasnap_' || n, CASE WHEN n > 1100 THEN 'sacc_b' ELSE 'sacc_a' END,
         to_char(date '2023-01-01' + n, 'YYYY-MM-DD'), now(), n,
         NULL, '{"reach":"window_closed"}', '{"website_clicks":0}'
       FROM generate_series(1, 1200) n`
    )
    // As the server does by itself, a while after so many rows came in.
    await database.query("ANALYZE")
    store = await openStore({
      databaseUrl: database.url,
      sandboxUrl: sandbox.url,
    })
  })
  afterAll(async () => {
    await store?.close()
    await sandbox?.close()
    await database?.drop()
  })

  const read = async (request: Partial<ExportRequest>) => {
    let text = ""
    for await (const piece of store.service.exports.stream({
      kind: "posts",
      format: "json",
      filters: {},
      ...request,
    })) {
      text += piece
    }
    return JSON.parse(text) as Record<string, unknown>[]
  }

  it("holds a page, not the table", async () => {
    const stream = store.service.exports.stream({
      kind: "posts",
      format: "csv",
      filters: {},
    })
    let rows = 0
    let bytes = 0
    let pieces = 0
    let start = 0
    let peak = 0
    for await (const piece of stream) {
      rows += piece.split("\r\n").length - 1
      bytes += piece.length
      if (++pieces % 10 === 0) {
        collectGarbage()
        const { heapUsed, external } = process.memoryUsage()
        start ||= heapUsed + external
        peak = Math.max(peak, heapUsed + external)
      }
    }
    expect(rows).toBe(POSTS + 1)
    expect(bytes).toBeGreaterThan(40 * MB)
    expect((peak - start) / MB).toBeLessThan(15)
  })

  it("leaves out what the filters and the range leave out", async () => {
    const some = await read({
      filters: { platform: ["linkedin"] },
      from: "2026-01-01T00:00:00Z",
      until: "2026-01-01T01:00:00Z",
    })
    expect(some.map(({ id }) => id)).toEqual(
      [10, 20, 30, 40, 50].map((n) => `spost_${String(n).padStart(7, "0")}`)
    )
    expect(some[2]).toMatchObject({
      platform_post_id: "900000000000000030",
      account: "other",
      likes: 0,
      reach: null,
      comments: null,
      unavailable: { reach: "retired" },
    })
  })

  it("tells every reading once, in the order of time, across pages", async () => {
    const readings = await read({
      kind: "timelines",
      filters: { ids: ["spost_0000001", "spost_0000003"] },
    })
    expect(readings).toHaveLength(2000)
    const likes = readings
      .filter(({ post_id }) => post_id === "spost_0000003")
      .map((reading) => reading.likes as number)
    expect(new Set(likes).size).toBe(1000)
  })

  it("keeps names and texts out that may not be kept", async () => {
    const comments = await read({ kind: "comments" })
    expect(
      comments.map(({ text, author_name }) => [text, author_name])
    ).toEqual([
      ["=1+1", "Ann"],
      [null, null],
      [null, null],
    ])
  })

  it("tells an account's days once each, across pages", async () => {
    const days = await read({
      kind: "account-days",
      filters: { account_id: ["sacc_a"] },
      from: "2023-01-03T00:00:00Z",
    })
    expect(days).toHaveLength(1099)
    expect(new Set(days.map(({ day }) => day)).size).toBe(1099)
    expect(days[0]).toMatchObject({
      day: "2023-01-03",
      followers: 2,
      reach: null,
      website_clicks: 0,
      unavailable: { reach: "window_closed" },
    })
  })
})
