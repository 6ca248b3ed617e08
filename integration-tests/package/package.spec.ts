import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import {
  createSandbox,
  type Sandbox,
  type WorldPost,
} from "../../platform-sandbox"
import { launchBrowser } from "../browser/helpers/browser"
import {
  binary,
  plainEnvironment,
  ROOT,
  run,
} from "../utils/booted-store/commands"
import { createDatabase, dropDatabase } from "../utils/booted-store/database"
import { buildAndPack, type Packed } from "./helpers/pack"
import {
  prepareStore,
  type RunningStore,
  startStore,
} from "../utils/booted-store/store"
import { until } from "../utils/until"
import { writeStore } from "./helpers/store-files"

jest.setTimeout(600_000)

const DATABASE = `package_test_${process.pid}`

/** The job that looks for new accounts runs each minute. */
const JOB_EVERY_MS = 60_000

/** Of what merchants' browsers load, compressed. */
const MOST_ADMIN_BYTES = 200_000

type Numbers = Record<string, number>

type StoredPost = Pick<WorldPost, "platform" | "platform_post_id"> & {
  id: string
}

/** Our metric names for the platforms' own, as the sandbox tells the truth. */
const METRICS: Record<string, (truth: Record<string, unknown>) => Numbers> = {
  instagram: (truth) => {
    const { likes, comments, saved, shares, reach, views } = truth as Numbers
    return { likes, comments, saves: saved, shares, reach, views } as Numbers
  },
  twitter: (truth) => {
    const { like_count, reply_count } = truth.public_metrics as Numbers
    return { likes: like_count, comments: reply_count } as Numbers
  },
}

describe("the published package", () => {
  let folder: string
  let storeFolder: string
  let packed: Packed
  let sandbox: Sandbox
  let store: RunningStore
  let env: Record<string, string>

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "social-insights-package-"))
    storeFolder = join(folder, "store")
    mkdirSync(storeFolder)
    sandbox = await createSandbox({
      seed: 11,
      plain: true,
      posts: { instagram: { FEED: 2 }, twitter: { post: 2 } },
    })
  })

  afterAll(async () => {
    await store?.stop()
    await sandbox?.close()
    await dropDatabase(DATABASE)
    rmSync(folder, { recursive: true, force: true })
  })

  it("builds and packs", async () => {
    packed = await buildAndPack(folder)
  })

  it("holds what a store needs, and nothing else", () => {
    const { files } = packed
    const server = ".medusa/server/src"
    expect(files).toEqual(
      expect.arrayContaining([
        "package.json",
        "LICENSE",
        "bin/medusa-social.js",
        `${server}/index.d.ts`,
        `${server}/workflows/index.js`,
        `${server}/workflows/index.d.ts`,
        `${server}/modules/social-posts/index.js`,
        `${server}/providers/instagram/index.d.ts`,
        `${server}/providers/facebook/index.js`,
        `${server}/providers/twitter/index.js`,
        `${server}/providers/linkedin/index.js`,
        `${server}/admin/index.mjs`,
        `${server}/admin/index.js`,
        `${server}/admin-exports/hooks/index.js`,
        `${server}/admin-exports/components/index.d.ts`,
      ])
    )
    const unwanted = files.filter((file) =>
      /\.map$|\.spec\.|__tests__|__fixtures__|sandbox|medusa-config|jest|eslint|tooling|benchmarks|\.env|\.data|(?<!\.d)\.tsx?$/.test(
        file
      )
    )
    expect(unwanted).toEqual([])
  })

  it("is small for browsers, and loads charts only where they are shown", () => {
    const chunks = join(ROOT, ".medusa/server/src/admin/_chunks")
    const sizes = readdirSync(chunks).map((name) => ({
      name,
      bytes: gzipSync(readFileSync(join(chunks, name))).length,
    }))
    // Each is there as a module of both kinds; a browser gets one.
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 2
    expect(total).toBeLessThan(MOST_ADMIN_BYTES)
    expect(sizes.map(({ name }) => name)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^line-chart-/)])
    )
  })

  it("installs into a new store", async () => {
    writeStore(storeFolder, packed.tarball)
    await run(
      "npm",
      ["install", "--prefer-offline", "--no-audit", "--no-fund"],
      storeFolder
    )
  })

  it("brings types that a store's code is checked against", async () => {
    await run(
      process.execPath,
      [binary(storeFolder, "tsc"), "--noEmit"],
      storeFolder
    )
  })

  it("migrates, is built and boots", async () => {
    const at = (host: string) => `${sandbox.url}/${host}`
    env = {
      DATABASE_URL: await createDatabase(DATABASE),
      INSTAGRAM_URL: at("graph.instagram.com"),
      FACEBOOK_URL: at("graph.facebook.com"),
      TWITTER_URL: at("api.x.com"),
      LINKEDIN_URL: at("api.linkedin.com"),
    }
    await prepareStore(storeFolder, env)
    await run(
      process.execPath,
      [binary(storeFolder, "medusa"), "build"],
      storeFolder
    )
    store = await startStore(join(storeFolder, ".medusa/server"), env)
  })

  it("connects an account of each platform", async () => {
    const accounts = sandbox.world
      .accounts()
      .filter(({ platform }) => platform in METRICS)
    for (const account of accounts) {
      const { platform, external_id, access_token } = account
      const { username, settings } = account
      await store.admin.post("/admin/social-accounts", {
        platform,
        external_id,
        access_token,
        username,
        settings,
      })
    }
  })

  it("brings a command line that works in the store's folder", async () => {
    const said = await run(
      process.execPath,
      [
        join(storeFolder, "node_modules/.bin/medusa-social"),
        "accounts",
        "--json",
      ],
      storeFolder,
      plainEnvironment(env)
    )
    const { accounts } = JSON.parse(said) as {
      accounts: { platform: string }[]
    }
    expect(accounts.map(({ platform }) => platform).sort()).toEqual(
      Object.keys(METRICS).sort()
    )
  })

  it("brings their posts in by itself", async () => {
    const idsOf = (posts: { platform_post_id: string }[]) =>
      posts.map((post) => post.platform_post_id).sort()
    const expected = idsOf(postsOfWorld())
    const posts = await until(async () => {
      const stored = await storedPosts()
      return stored.length < expected.length ? null : stored
    }, 2 * JOB_EVERY_MS)
    expect(idsOf(posts)).toEqual(expected)
  })

  it.each(Object.keys(METRICS))(
    "syncs a post of %s with its true numbers",
    async (platform) => {
      const post = (await storedPosts()).find(
        (one) => one.platform === platform
      )!
      const truth = () =>
        METRICS[platform]!(
          sandbox.world.named(platform)!.truth(post.platform_post_id)!
        )
      const before = truth()
      const { data } = await store.admin.post(
        `/admin/social-posts/${post.id}/sync-insights`,
        {}
      )
      // Posts grow while we look: between the two readings is true.
      const after = truth()
      for (const [metric, least] of Object.entries(before)) {
        expect([metric, data.insights[metric]]).toEqual([
          metric,
          expect.any(Number),
        ])
        expect(data.insights[metric]).toBeGreaterThanOrEqual(least)
        expect(data.insights[metric]).toBeLessThanOrEqual(after[metric]!)
      }
    }
  )

  it("shows its pages in the admin of the store", async () => {
    const browser = await launchBrowser(store.url)
    try {
      const page = await browser.open("/social/posts")
      const rows = page.locator("tbody tr")
      const expected = postsOfWorld().length
      await rows.nth(expected - 1).waitFor()
      expect(await rows.count()).toBe(expected)
    } finally {
      await browser.closePages("package")
      await browser.close()
    }
  })

  /** What the store should have imported. */
  function postsOfWorld(): WorldPost[] {
    return sandbox.world.posts().filter(({ platform }) => platform in METRICS)
  }

  async function storedPosts(): Promise<StoredPost[]> {
    const { data } = await store.admin.get("/admin/social-posts")
    return data.social_posts
  }
})
