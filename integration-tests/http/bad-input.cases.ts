import {
  accountBody,
  httpCases,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"

export default httpCases("bad input", ({ api, admin, sandbox }) => {
  const seed = async (count: number) => {
    const account = worldAccount(sandbox(), {
      platform: "instagram",
      settings: { login: "instagram" },
    })
    const { data } = await api.post(
      "/admin/social-accounts",
      accountBody(account),
      admin()
    )
    const accountId = data.social_account.id as string
    const ids: string[] = []
    for (const post of worldPosts(sandbox(), account).slice(0, count)) {
      const created = await api.post(
        "/admin/social-posts",
        postBody(accountId, post),
        admin()
      )
      ids.push(created.data.social_post.id)
    }
    return { account, accountId, ids }
  }

  it("never shows a token through fields, order or filters of any route", async () => {
    const { account, accountId, ids } = await seed(2)
    await api.post(`/admin/social-posts/${ids[0]}/sync-insights`, {}, admin())
    const paths = [
      "/admin/social-accounts",
      `/admin/social-accounts/${accountId}`,
      "/admin/social-posts",
      `/admin/social-posts/${ids[0]}`,
      `/admin/social-posts/${ids[0]}/comments`,
      `/admin/social-posts/${ids[0]}/timeline`,
      "/admin/social-sync-runs",
    ]
    const fields = [
      "*",
      "+*",
      "*account",
      "*account.credential",
      "account.*",
      "+account.credential.*",
      "account.credential.access_token",
      "*credential",
      "+credential.access_token",
      "account.posts.account.credential.access_token",
      "posts.account.credential.*",
      "post.account.credential.access_token",
      "*post.account.credential",
      "Credential.access_token",
      "id,account.id,*account.credential,account.credential.*",
    ]
    const statuses = new Set<string>()
    for (const path of paths) {
      for (const asked of fields) {
        const { status, data } = await api.get(
          `${path}?fields=${encodeURIComponent(asked)}`,
          admin()
        )
        const text = JSON.stringify(data)
        expect(text).not.toContain(account.access_token)
        expect(text).not.toMatch(/v1:[0-9a-f]{8}:/)
        if (status >= 500) {
          statuses.add(
            `${status} ${path.split("/").slice(0, 3)} ${asked} ${text}`
          )
        }
      }
    }
    expect([...statuses]).toEqual([])
  })

  it("answers 400, naming the field, whatever the lists are asked", async () => {
    const { accountId, ids } = await seed(1)
    const lists = [
      "/admin/social-accounts",
      "/admin/social-posts",
      `/admin/social-posts/${ids[0]}/comments`,
      `/admin/social-posts/${ids[0]}/timeline`,
      "/admin/social-sync-runs",
    ]
    const queries: [string, RegExp][] = [
      ["limit=-1", /limit/],
      ["offset=-1", /offset/],
      ["limit=many", /limit/],
      ["limit=1000000", /limit/],
      ["order=nonsense", /order/],
      ["order=id;drop table social_post", /order/],
      ["order=credential.access_token", /order/],
      ["order=account.credential.access_token", /order/],
      ["order[id]=asc", /order/],
      ["colour=red", /colour/],
    ]
    const wrong: string[] = []
    for (const list of lists) {
      for (const [query, message] of queries) {
        const { status, data } = await api.get(`${list}?${query}`, admin())
        if (status !== 400 || !message.test(data.message)) {
          wrong.push(`${list}?${query}: ${status} ${data.message}`)
        }
      }
    }
    const odd = [
      "/admin/social-posts?q=%00",
      "/admin/social-posts?q[a]=1",
      "/admin/social-posts?platform[a]=1",
      "/admin/social-posts?platform=%00",
      "/admin/social-accounts?q=%00",
      "/admin/social-accounts?status=%00",
      "/admin/social-sync-runs?status=nonsense",
      "/admin/social-accounts?status=nonsense",
      "/admin/social-posts?status=nonsense",
      `/admin/social-accounts/${accountId}?fields[a]=b`,
    ]
    for (const path of odd) {
      const { status, data } = await api.get(path, admin())
      if (status >= 500) {
        wrong.push(`${path}: ${status} ${data.message}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it("answers 400 whatever the bodies are", async () => {
    const { accountId, ids } = await seed(1)
    const paths = [
      "/admin/social-accounts",
      `/admin/social-accounts/${accountId}`,
      "/admin/social-posts",
      `/admin/social-posts/${ids[0]}`,
      `/admin/social-posts/${ids[0]}/mark-published`,
      `/admin/social-posts/${ids[0]}/sync-insights`,
      `/admin/social-posts/${ids[0]}/products`,
      "/admin/social-posts/sync-all-insights",
      "/admin/social-posts/batch",
      "/admin/products/prod_1/social-posts",
      `/admin/social-accounts/${accountId}/sync`,
    ]
    const bodies = [
      "[1]",
      "null",
      '"text"',
      "7",
      "{",
      '{"__proto__":{"a":1},"x":1}',
      "[[]]",
    ]
    const wrong: string[] = []
    for (const path of paths) {
      for (const body of bodies) {
        const { status, data } = await api.post(path, body, {
          ...admin(),
          headers: { ...admin().headers, "content-type": "application/json" },
          transformRequest: [(text: string) => text],
        })
        if (status !== 400) {
          wrong.push(`${path} ${body}: ${status} ${JSON.stringify(data)}`)
        }
      }
    }
    const nul = [
      [
        "/admin/social-posts",
        { account_id: accountId, status: "draft", caption: "a\u0000b" },
      ],
      ["/admin/social-posts", { account_id: "a\u0000b", status: "draft" }],
      [`/admin/social-posts/${ids[0]}`, { caption: "a\u0000b" }],
      [`/admin/social-posts/${ids[0]}`, { posted_at: "0000-01-01T00:00:00Z" }],
      [`/admin/social-accounts/${accountId}`, { username: "a\u0000b" }],
      ["/admin/social-posts/sync-all-insights", { platform_id: "a\u0000b" }],
      [
        `/admin/social-posts/${ids[0]}/mark-published`,
        { posted_at: "0000-01-01T00:00:00Z" },
      ],
      ...[
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.com/a",
        "https://example.com/a\u0000b",
        "example",
      ].flatMap((permalink) => [
        [
          "/admin/social-posts",
          { account_id: accountId, status: "draft", permalink },
        ] as const,
        [`/admin/social-posts/${ids[0]}`, { permalink }] as const,
        [
          `/admin/social-posts/${ids[0]}/mark-published`,
          { permalink },
        ] as const,
      ]),
    ] as const
    for (const [path, body] of nul) {
      const { status, data } = await api.post(path, body, admin())
      if (status !== 400) {
        wrong.push(`${path} ${JSON.stringify(body)}: ${status} ${data.message}`)
      }
      if ("permalink" in body) {
        expect(data.message).toContain(
          "permalink must be a web address (http or https)"
        )
      }
    }
    expect(wrong).toEqual([])
  })

  it("takes times of any offset", async () => {
    const { accountId, ids } = await seed(1)
    const path = `/admin/social-posts/${ids[0]}`
    for (const [offset, instant] of [
      ["+16:00", "2026-09-01T18:00:00.000Z"],
      ["+23:00", "2026-09-01T11:00:00.000Z"],
      ["-23:59", "2026-09-03T09:59:00.000Z"],
    ]) {
      const posted_at = `2026-09-02T10:00:00${offset}`
      const body = { account_id: accountId, status: "draft", posted_at }
      for (const answer of [
        await api.post("/admin/social-posts", body, admin()),
        await api.post(path, { posted_at }, admin()),
        await api.post(`${path}/mark-published`, { posted_at }, admin()),
      ]) {
        expect([answer.status, answer.data.social_post?.posted_at]).toEqual([
          200,
          instant,
        ])
      }
      const time = encodeURIComponent(posted_at)
      for (const query of [
        `social-posts?posted_after=${time}&posted_before=${time}`,
        `social-sync-runs?started_after=${time}&started_before=${time}`,
      ]) {
        const { status } = await api.get(`/admin/${query}`, admin())
        expect([query, status]).toEqual([query, 200])
      }
    }
    const late = await api.post(
      path,
      { posted_at: "9999-12-31T23:00:00-05:00" },
      admin()
    )
    expect(late.status).toBe(400)
    expect(late.data.message).toContain("posted_at must be in the years 1 to")
  })

  it("refuses an id that another post of the account has", async () => {
    const { accountId, ids } = await seed(2)
    const [first, second] = await Promise.all(
      ids.map(
        async (id) =>
          (await api.get(`/admin/social-posts/${id}`, admin())).data.social_post
      )
    )
    const { platform_post_id } = second
    for (const path of ["", "/mark-published"]) {
      const { status, data } = await api.post(
        `/admin/social-posts/${first.id}${path}`,
        { platform_post_id },
        admin()
      )
      expect([path, status]).toEqual([path, 400])
      expect(data.message).toContain(platform_post_id)
    }
    const body = {
      account_id: accountId,
      platform_post_id: "17900000000000009",
    }
    const answers = await Promise.all(
      [1, 2, 3].map(() => api.post("/admin/social-posts", body, admin()))
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
    for (const { status, data } of answers) {
      if (status === 400) {
        expect(data.message).toContain("17900000000000009")
      }
    }
  })

  it("connects an account once when two do so at once", async () => {
    const account = worldAccount(sandbox(), { platform: "twitter" })
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        api.post("/admin/social-accounts", accountBody(account), admin())
      )
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses).toContain(200)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    const { data } = await api.get("/admin/social-accounts", admin())
    expect(data.count).toBe(1)
  })

  it("makes a draft due that is changed to posted", async () => {
    const { accountId } = await seed(0)
    const draft = await api.post(
      "/admin/social-posts",
      { account_id: accountId, status: "draft" },
      admin()
    )
    expect(draft.data.social_post.next_sync_at).toBeNull()
    const posted = await api.post(
      `/admin/social-posts/${draft.data.social_post.id}`,
      { status: "posted", platform_post_id: "17900000000000008" },
      admin()
    )
    expect(posted.data.social_post.next_sync_at).toEqual(expect.any(String))
  })

  it("starts a run in the background although nothing is to do", async () => {
    const { status, data } = await api.post(
      "/admin/social-posts/sync-all-insights?background=true",
      {},
      admin()
    )
    expect(status).toBe(202)
    expect(data.run).toMatchObject({ total: 0 })
    expect(data.run).not.toHaveProperty("worker")
    const none = await api.post(
      "/admin/social-posts/sync-all-insights",
      {},
      admin()
    )
    expect(none.data).toMatchObject({ total: 0, success: 0, results: [] })
  })
})
