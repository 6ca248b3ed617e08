import { Agent } from "node:http"
import axios, { type AxiosInstance } from "axios"
import type { WorldAccount, WorldPost } from "../../platform-sandbox"

/**
 * What most integrations do, done well: today's metric names, one connection
 * that is kept, one post after the other, a call per endpoint.
 */
export interface NaiveClient {
  /** Reads everything of one post. */
  read(post: WorldPost): Promise<unknown>
}

export type NaiveFactory = (
  http: AxiosInstance,
  account: WorldAccount
) => NaiveClient

/** An HTTP client that keeps its connection. */
export const naiveHttp = (
  baseURL: string,
  account: WorldAccount,
  headers: Record<string, string> = {}
): AxiosInstance =>
  axios.create({
    baseURL,
    httpAgent: new Agent({ keepAlive: true, maxSockets: 1 }),
    headers: { Authorization: `Bearer ${account.access_token}`, ...headers },
    proxy: false,
  })

/** Reads posts one after the other. */
export async function readOneByOne(
  client: NaiveClient,
  posts: readonly WorldPost[]
): Promise<void> {
  for (const post of posts) {
    await client.read(post)
  }
}
