import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { PlatformComment } from "../../contract"
import { PlatformError } from "../../errors"
import { askInsights } from "../ask-insights"
import { graphEdge } from "../edge"
import { GraphClient } from "../graph-client"
import { type CommentsQuestion, readComments } from "../read-comments"
import { collect, testCall, testPost } from "./support"

const comment = (id: string, parent_id: string | null): PlatformComment => ({
  id,
  parent_id,
  text: null,
  author_id: null,
  author_name: null,
  like_count: null,
  hidden: null,
  created_at: null,
})

describe("odd answers", () => {
  let server: Server
  let graph: GraphClient
  /** Bodies by what the address holds; the first that fits is sent. */
  let answers: [RegExp, unknown][] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      const url = decodeURIComponent(request.url ?? "")
      const found = answers.find(([pattern]) => pattern.test(url))
      response.end(JSON.stringify(found?.[1] ?? {}))
    })
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
    const { port } = server.address() as AddressInfo
    graph = new GraphClient(
      graphEdge("instagram", "Instagram"),
      `http://127.0.0.1:${port}`,
      { api_version: "v26.0", retry_base_ms: 1 }
    )
  })
  afterAll(() => server.close())

  const question: CommentsQuestion = {
    page_size: 50,
    fields: "id",
    params: {},
    parallel_calls: 1,
    can_batch: false,
    sorted_by: "thread",
    idOf: ({ platform_post_id }) => platform_post_id,
    map: (entries) => ({
      comments: entries.map((_, at) => comment(`c${at}`, null)),
      open: [
        {
          path: "c0/replies",
          fields: "id",
          after: "r",
          map: (replies) => replies.map((_, at) => comment(`r${at}`, "c0")),
        },
      ],
    }),
    denied: (error) => error,
  }

  it.each([
    // The limit is reached inside the replies, which go on.
    [3, 2],
    // The limit is reached before the replies.
    [1, 1],
  ])(
    "says that replies were left out at a limit of %d",
    async (limit, calls) => {
      const next = "https://graph.example/?after=more"
      answers = [
        [
          /replies/,
          { data: [{}, {}], paging: { cursors: { after: "m" }, next } },
        ],
        [/ids=1/, { "1": { id: "1", comments: { data: [{}] } } }],
      ]
      const call = testCall({})
      const requests = [
        { post: testPost({ platform_post_id: "1" }), since: null, limit },
      ]
      const pages = await collect(readComments(graph, call, requests, question))
      expect(pages.flatMap(({ comments }) => comments)).toHaveLength(limit)
      expect(pages.at(-1)?.capped).toBe(true)
      expect(call.calls).toHaveLength(calls)
    }
  )

  it("finds the refused metric when the allowed ones are all that was asked", async () => {
    const { verdicts } = testCall({})
    const { asked, refused } = await askInsights({
      host: "instagram",
      product_type: "FEED",
      metrics: [
        { name: "reach", metric: "reach" },
        { name: "views", metric: "views" },
        { name: "saved", metric: "saves" },
      ],
      verdicts,
      ask: async (metrics) => {
        if (metrics.some(({ name }) => name === "views")) {
          throw new PlatformError({
            kind: "unsupported_metric",
            scope: "metric",
            code: "100",
            message: "metric[1] must be one of the following values",
            allowed: ["reach", "views", "saved"],
          })
        }
      },
    })
    expect(asked.map(({ name }) => name)).toEqual(["reach", "saved"])
    expect(refused.map(({ name }) => name)).toEqual(["views"])
  })
})
