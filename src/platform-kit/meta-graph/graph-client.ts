import { toArray, toRecord } from "../coerce"
import type { PlatformCall } from "../contract"
import { PlatformError } from "../errors"
import { type PlatformEdge, PlatformHttp } from "../platform-http"
import { type BatchAnswer, readBatchItem } from "./batch"
import type { MetaOptions } from "./options"

/** The largest number of ids or batch items in one call. */
export const GRAPH_BATCH_SIZE = 50

export type GraphObject = Record<string, unknown>
/** What is known of each id: the object, or why it could not be read. */
export type GraphAnswers = Map<string, GraphObject | PlatformError>

export interface GraphRead {
  /** Name in call counts: `GET /?ids`. */
  endpoint: string
  /** Below the version: `178…`, `178…/comments`, or empty for `?ids=`. */
  path: string
  params: Record<string, string>
}

/** Reads one graph host. The token travels in the header, never in the address. */
export class GraphClient {
  private readonly http_: PlatformHttp
  private readonly version_: string
  private readonly base_: string

  constructor(
    private readonly edge_: PlatformEdge,
    baseUrl: string,
    options: MetaOptions
  ) {
    this.http_ = new PlatformHttp(edge_, options)
    this.base_ = baseUrl.replace(/\/+$/, "")
    this.version_ = options.api_version
  }

  /** @throws PlatformError */
  async get(call: PlatformCall, read: GraphRead): Promise<unknown> {
    const { body } = await this.http_.send(call, {
      endpoint: read.endpoint,
      url: `${this.base_}/${this.address_(read)}`,
    })
    return body
  }

  /**
   * Many objects in one call, all or nothing.
   * https://developers.facebook.com/docs/graph-api/guides/field-expansion
   */
  async getByIds(
    call: PlatformCall,
    ids: readonly string[],
    params: Record<string, string>,
    path = ""
  ): Promise<GraphAnswers> {
    const endpoint = `GET /${path}?ids`
    const body = toRecord(
      await this.get(call, {
        endpoint,
        path,
        params: { ids: ids.join(","), ...params },
      })
    )
    return new Map(
      ids.map((id) => [id, toRecord(body?.[id]) ?? this.missing_(endpoint)])
    )
  }

  /**
   * Many reads in one call, each with an answer of its own. Only on
   * graph.facebook.com.
   * https://developers.facebook.com/docs/graph-api/batch-requests
   */
  async getInBatch(
    call: PlatformCall,
    reads: readonly GraphRead[]
  ): Promise<BatchAnswer[]> {
    const urls = reads.map((read) => this.address_(read))
    const batch = urls.map((relative_url) => ({ method: "GET", relative_url }))
    const { body, headers } = await this.http_.send(call, {
      endpoint: "POST / (batch)",
      url: `${this.base_}/`,
      method: "POST",
      form: new URLSearchParams({
        batch: JSON.stringify(batch),
        include_headers: "false",
      }).toString(),
    })
    const items = toArray(body)
    return urls.map((url, at) =>
      readBatchItem(this.edge_, items[at], url, call, headers)
    )
  }

  private address_({ path, params }: GraphRead): string {
    const query = new URLSearchParams(params).toString()
    return `${this.version_}/${path}${query ? `?${query}` : ""}`
  }

  private missing_(endpoint: string): PlatformError {
    return new PlatformError({
      kind: "transient",
      scope: "post",
      code: "missing_in_answer",
      message: `${this.edge_.label} left the post out of its answer (${endpoint}). It is tried again later.`,
    })
  }
}
