import axios, { type InternalAxiosRequestConfig } from "axios"
import { createSandbox, type Sandbox } from "../../platform-sandbox"
import { parsePairs } from "../../platform-sandbox/core/request"

const HOST = "api.x.com"
/** Whatever is asked of posts is answered like these. */
const RECORDED_POSTS = 100

interface Recording {
  headers: Record<string, string>
  /** JSON of each post, with the id it was recorded under. */
  posts: { id: string; text: string }[]
}

export interface RecordedEdge {
  account: ReturnType<Sandbox["world"]["accounts"]>[number]
  close(): Promise<void>
}

/**
 * Answers HTTP requests of this process from recorded answers, without a
 * network: everything above the socket is the real thing. Platforms must be
 * made afterwards.
 */
export async function installRecordedEdge(): Promise<RecordedEdge> {
  const sandbox = await createSandbox({
    seed: 1,
    plain: true,
    posts: { twitter: { post: RECORDED_POSTS } },
  })
  const recordings = new Map<string, Recording>()
  const original = axios.defaults.adapter
  axios.defaults.adapter = async (config) => ({
    config,
    request: {},
    status: 200,
    statusText: "OK",
    ...answer(sandbox, recordings, config),
  })
  const account = sandbox.world
    .accounts()
    .find(({ platform }) => platform === "twitter")
  if (!account) {
    throw new Error("The sandbox has no X account.")
  }
  return {
    account,
    close: async () => {
      axios.defaults.adapter = original
      await sandbox.close()
    },
  }
}

function answer(
  sandbox: Sandbox,
  recordings: Map<string, Recording>,
  config: InternalAxiosRequestConfig
): { data: string; headers: Record<string, string> } {
  const url = new URL(config.url ?? "")
  const path = url.pathname.replace(`/${HOST}`, "")
  const ids = url.searchParams.get("ids")?.split(",")
  if (!ids) {
    const { body, headers } = ask(sandbox, config, path, url.searchParams)
    return { data: JSON.stringify(body), headers }
  }
  url.searchParams.delete("ids")
  const question = `${path}?${url.searchParams}`
  let recording = recordings.get(question)
  if (!recording) {
    recording = record(sandbox, config, path, url.searchParams)
    recordings.set(question, recording)
  }
  const { posts, headers } = recording
  const items = ids.map((id, place) => {
    const post = posts[place % posts.length] as Recording["posts"][number]
    return post.text.replaceAll(post.id, id)
  })
  return { data: `{"data":[${items.join(",")}]}`, headers }
}

function record(
  sandbox: Sandbox,
  config: InternalAxiosRequestConfig,
  path: string,
  params: URLSearchParams
): Recording {
  const recent = sandbox.world
    .posts()
    .filter(({ platform }) => platform === "twitter")
    .map(({ platform_post_id }) => platform_post_id)
    // Old posts have no owner-only numbers.
    .slice(0, params.toString().includes("non_public") ? 10 : RECORDED_POSTS)
  const question = new URLSearchParams(params)
  question.set("ids", recent.join(","))
  const { body, headers } = ask(sandbox, config, path, question)
  const { data, errors } = body as {
    data: { id: string }[]
    errors?: unknown[]
  }
  if (errors || data.length !== recent.length) {
    throw new Error(`Nothing good to record: ${JSON.stringify(errors)}`)
  }
  return {
    headers,
    posts: data.map((post) => ({ id: post.id, text: JSON.stringify(post) })),
  }
}

function ask(
  { world, url }: Sandbox,
  { headers }: InternalAxiosRequestConfig,
  rawPath: string,
  params: URLSearchParams
) {
  const rawQuery = params.toString()
  const platform = world.onHost(HOST)
  if (!platform) {
    throw new Error("The sandbox does not know X.")
  }
  const said = platform.handle(HOST, {
    method: "GET",
    rawPath,
    rawQuery,
    query: parsePairs(rawQuery),
    headers: { authorization: String(headers.get("Authorization")) },
    body: "",
    baseUrl: `${url}/${HOST}`,
  })
  return { body: said.body, headers: said.headers ?? {} }
}
