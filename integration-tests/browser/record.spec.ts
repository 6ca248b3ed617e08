import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { eventually } from "../utils/until"
import { shot } from "./helpers/browser"
import { sandbox } from "./helpers/sandbox"
import { connect, query, seed } from "./helpers/store"
import { browserSuite } from "./helpers/suite"

/** The figure under a name, as a person reads it. */
const figure = (page: Page, name: string) =>
  page
    .locator("dt", { hasText: new RegExp(`^${name}$`) })
    .locator("xpath=following-sibling::dd")
    .first()

/** A section of a page by its heading. */
const section = (page: Page, name: string) =>
  page
    .locator("main div.shadow-elevation-card-rest")
    .filter({ has: page.getByRole("heading", { name, exact: true }) })
    .last()

const written = (value: number) => value.toLocaleString("en")

browserSuite("the whole record", ({ api, browser }) => {
  /** A demo account without any posts here. */
  async function connected(platform: string): Promise<string> {
    const { accounts } = await sandbox.world()
    const account = accounts.find(
      (one) => one.platform === platform && one.demo
    )
    return connect(api(), account!)
  }

  it("imports the posts of an account, shows progress, and finds it again after a reload", async () => {
    const id = await connected("instagram")
    const page = await browser().open(`/social/accounts/${id}`)
    await sandbox.standStill()
    await section(page, "Posts")
      .getByRole("link", { name: "Import posts" })
      .click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("radio", { name: "Everything" }).click()
    await drawer.getByLabel("Number of posts, at most").fill("0")
    await drawer.getByRole("button", { name: "Start import" }).click()
    await drawer.getByText("whole number from 1 on").waitFor()
    await drawer.getByLabel("Number of posts, at most").fill("")
    await drawer.getByRole("button", { name: "Start import" }).dblclick()
    await drawer.waitFor({ state: "detached" })

    const bar = page.getByRole("progressbar", {
      name: "Progress of the import",
    })
    await bar.waitFor()
    await page.reload()
    await bar.waitFor()
    await sandbox.latency(0)
    await page.getByText("Last import").waitFor()
    const { data } = await api().get(`/admin/social-accounts/${id}/imports`)
    const [done] = data.imports.filter(
      ({ kind }: { kind: string }) => kind !== "stories"
    )
    expect(data.imports).toHaveLength(1)
    expect(done.created).toBeGreaterThan(10)
    expect(await figure(page, "New").innerText()).toBe(written(done.created))
    const posts = await api().get("/admin/social-posts", {
      params: { account_id: id, limit: 1 },
    })
    expect(posts.data.count).toBe(done.created)
    await page
      .getByRole("link", { name: `${written(done.created)} posts` })
      .first()
      .waitFor()
    await shot(page, "import-done")
  })

  it("says why an import is refused", async () => {
    const id = await connected("facebook")
    await query(
      `INSERT INTO social_import
         (id, account_id, platform, trigger, kind, status, problems, started_at, lease_until)
       VALUES ('simp_1', $1, 'facebook', 'scheduled', 'full', 'running', '[]', now(), now() + interval '1 hour')`,
      [id]
    )
    const page = await browser().open(`/social/accounts/${id}/import`)
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("button", { name: "Start import" }).click()
    await drawer.getByRole("alert").getByText("simp_1").waitFor()
  })

  it("shows an account's numbers against the span before, and who follows it", async () => {
    const id = await connected("instagram")
    await api().post(`/admin/social-accounts/${id}/sync`)
    const page = await browser().open(`/social/accounts/${id}`)
    const numbers = section(page, "Numbers of the account")
    const { data } = await api().get(`/admin/social-accounts/${id}/timeline`, {
      params: { compare: "previous" },
    })
    await figure(page, "Followers").waitFor()
    expect(await figure(page, "Followers").innerText()).toContain(
      written(data.latest.followers.value)
    )
    // People cannot be added up: no sum, and the reason.
    await figure(page, "Reach")
      .getByRole("img", { name: /counted once a day/ })
      .waitFor()
    await numbers.getByRole("combobox", { name: "Days of the numbers" }).click()
    await page.getByRole("option", { name: "Last 7 days" }).click()
    const range = new Intl.DateTimeFormat("en", {
      dateStyle: "medium",
      timeZone: "UTC",
    })
    const day = (ago: number) => range.format(Date.now() - ago * 86_400_000)
    await numbers.getByText(`${day(7)} – ${day(1)}`).waitFor()
    await numbers.getByRole("slider").waitFor()
    await section(page, "Audience").getByText("Countries").waitFor()
    await numbers.scrollIntoViewIfNeeded()
    await shot(page, "account-numbers")
  })

  it("reads the comments of all posts, and finds the unanswered ones", async () => {
    const { posts } = await seed(api(), { platform: "facebook", count: 3 })
    for (const { id } of posts) {
      await api().post(`/admin/social-posts/${id}/sync-insights`)
    }
    const all = await api().get("/admin/social-comments")
    const open = await api().get("/admin/social-comments", {
      params: { unanswered: true },
    })
    expect(all.data.count).toBeGreaterThan(0)
    const page = await browser().open("/social/comments")
    const [newest] = all.data.comments
    await page.getByText(newest.text).first().waitFor()
    await page
      .getByRole("row")
      .nth(1)
      .getByRole("link", { name: "Answer on Facebook" })
      .waitFor()
    await shot(page, "inbox")

    await page.goto(`${page.url().split("?")[0]}?unanswered=%22true%22`)
    await page.getByRole("row").nth(open.data.comments.length).waitFor()
    expect(await page.getByRole("row").count()).toBe(
      Math.min(20, open.data.count) + 1
    )
    await page
      .getByRole("row")
      .nth(1)
      .getByRole("link", { name: /^(?!Answer)/ })
      .first()
      .click()
    await page.getByRole("heading", { name: "Insights" }).waitFor()
    expect(page.url()).toContain(
      `/social/posts/${open.data.comments[0].post.id}`
    )
  })

  it("finds comments below a post by text and state", async () => {
    const { posts } = await seed(api(), { platform: "facebook", count: 1 })
    const [post] = posts
    await api().post(`/admin/social-posts/${post!.id}/sync-insights`)
    const { data } = await api().get(
      `/admin/social-posts/${post!.id}/comments`,
      { params: { threads: true } }
    )
    await query(
      "UPDATE social_comment SET hidden = true, edited_at = now() WHERE id = $1",
      [data.comments[0].id]
    )
    await query("UPDATE social_comment SET by_account = true WHERE id = $1", [
      data.comments[1].id,
    ])
    const page = await browser().open(`/social/posts/${post!.id}`)
    const comments = section(page, "Comments")
    await comments.getByText("By us").waitFor()
    await comments.getByText("Unanswered").first().waitFor()
    await comments.scrollIntoViewIfNeeded()
    await shot(page, "post-comments")

    await comments.getByRole("searchbox").fill("no comment has this text")
    await comments.getByText("No comment matches.").waitFor()
    await comments.getByRole("searchbox").fill("")
    await comments
      .getByRole("combobox", { name: "Which comments are shown" })
      .click()
    await page.getByRole("option", { name: "Hidden" }).click()
    await eventually(async () =>
      expect(await comments.getByRole("listitem").count()).toBe(1)
    )
    await comments.getByText("Edited").waitFor()
  })

  it("saves what the filters show as a file", async () => {
    await seed(api(), { platform: "facebook", count: 2 })
    await seed(api(), { platform: "linkedin", count: 1 })
    const page = await browser().open(
      "/social/posts?platform=%5B%22facebook%22%5D"
    )
    await page.getByRole("row").nth(2).waitFor()
    await page.getByRole("button", { name: "Export" }).click()
    const drawer = page.getByRole("dialog")
    await shot(page, "export")
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      drawer.getByRole("button", { name: "Download" }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^social-posts-.*\.csv$/)
    const lines = readFileSync((await file.path())!, "utf8")
      .trim()
      .split("\n")
    expect(lines[0]).toContain("platform_post_id")
    const posts = lines.filter((line) => line.startsWith('"spost_'))
    expect(posts).toHaveLength(2)
    expect(posts.every((line) => line.includes('"facebook"'))).toBe(true)
  })

  it("tells the rules, counts what would go, removes it, and takes stricter settings", async () => {
    const { posts } = await seed(api(), { platform: "linkedin", count: 1 })
    await query(
      `INSERT INTO social_comment (id, post_id, platform_comment_id, text, author_name, fetched_at, commented_at)
       VALUES ('scom_old', $1, 'urn:li:comment:1', 'An old one', 'Ada', now() - interval '3 days', now() - interval '3 days')`,
      [posts[0]!.id]
    )
    const page = await browser().open("/social/retention")
    const rules = page.getByRole("row").filter({ hasText: "LinkedIn" })
    await rules.filter({ hasText: "Comments" }).first().waitFor()
    await page.getByRole("button", { name: "Run now" }).click()
    const prompt = page.getByRole("alertdialog")
    await prompt
      .getByText(/1 × .*\(LinkedIn\)/)
      .first()
      .waitFor()
    expect(await query("SELECT 1 FROM social_comment")).toHaveLength(1)
    await shot(page, "retention-preview")
    await prompt.getByRole("button", { name: "Remove", exact: true }).click()
    await prompt.waitFor({ state: "detached" })
    expect(
      await query("SELECT 1 FROM social_comment WHERE deleted_at IS NULL")
    ).toEqual([])

    await page.getByRole("button", { name: "Edit the settings" }).click()
    await page.getByRole("menuitem", { name: "Edit" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("One reading a day").fill("5")
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.getByText(/must be at least/).waitFor()
    await drawer.getByLabel("One reading a day").fill("700")
    await drawer.getByLabel("Comments").fill("14")
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.waitFor({ state: "detached" })
    await page.getByText("700 days").waitFor()
    await page.getByText("14 days").first().waitFor()
    const { data } = await api().get("/admin/social-retention")
    expect(data.settings).toMatchObject({
      comments_days: 14,
      posts_daily_days: 700,
    })
    await shot(page, "retention")
  })

  it("shows when a story ends, its siblings, and a post's span of days", async () => {
    const { posts } = await seed(api(), { platform: "instagram", count: 2 })
    const [first, second] = posts
    await api().post(`/admin/social-posts/${first!.id}/sync-insights`)
    await query(
      `UPDATE social_post SET group_id = 'sgroup_1', expires_at = now() + interval '3 hours 30 minutes'
       WHERE id = $1`,
      [first!.id]
    )
    await query(
      `UPDATE social_post SET group_id = 'sgroup_1', posted_at = now() - interval '3 days'
       WHERE id = $1`,
      [second!.id]
    )
    for (const [days, likes, version] of [
      [9, 10, 1],
      [5, 40, 1],
      [3, 45, 1],
    ]) {
      await query(
        `INSERT INTO social_post_snapshot (id, post_id, captured_at, likes, definition_version)
         VALUES ($1, $2, now() - make_interval(days => $3), $4, $5)`,
        [`ssnap_${days}`, first!.id, days, likes, version]
      )
    }
    const page = await browser().open(`/social/posts/${first!.id}`)
    await page.getByText("ends in 3 hr.").first().waitFor()
    await page.getByText("This story ends at").waitFor()
    await page.getByText("Also published on").waitFor()
    const history = section(page, "History")
    await history.getByRole("combobox", { name: "Span of time" }).click()
    await page.getByRole("option", { name: "Last 7 days" }).click()
    await history
      .getByRole("combobox", { name: "Number shown over time" })
      .click()
    await page.getByRole("option", { name: "Likes" }).click()
    const { data } = await api().get(`/admin/social-posts/${first!.id}`)
    const gain = data.social_post.insights.likes - 10
    await history
      .getByText(`${gain < 0 ? "−" : "+"}${written(Math.abs(gain))}`)
      .first()
      .waitFor()
    await history.scrollIntoViewIfNeeded()
    await shot(page, "history-range")

    await page.goto(page.url().replace(/posts\/.*/, "posts?alive=%22true%22"))
    await page.getByText("ends in 3 hr.").first().waitFor()
    expect(await page.getByRole("row").count()).toBe(2)
  })
})
