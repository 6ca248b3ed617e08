import {
  type PlatformCall,
  type PlatformEdge,
  PlatformError,
  PlatformHttp,
} from "../../platform-kit"
import { classifyXAnswer, mayBeVocabulary } from "./classify"
import type { TwitterOptions } from "./options"
import { bucketOf, readXUsage, tokenScope } from "./usage"
import {
  otherVocabulary,
  VOCABULARIES,
  type Vocabulary,
  type VocabularyName,
} from "./vocabulary"

/** What X knows about its own answers. */
export const twitterEdge: PlatformEdge = {
  platform: "twitter",
  label: "X",
  classify: (answer, _request, call) =>
    classifyXAnswer(answer, tokenScope(call), call.now()),
  readUsage: (answer, { endpoint }, call) => readXUsage(answer, endpoint, call),
}

export interface XRead {
  /** Below the version: `tweets`, `users/me`. */
  path: string
  params: Readonly<Record<string, string>>
  /** The path with `{id}` for what differs by account; the path itself when absent. */
  route?: string
}

/** Talks to X. Remembers which of its two vocabularies X accepts. */
export class XClient {
  private readonly http_: PlatformHttp
  private readonly base_: string
  private vocabulary_: VocabularyName

  constructor(options: TwitterOptions) {
    this.http_ = new PlatformHttp(twitterEdge, options)
    this.base_ = `${options.base_url.replace(/\/+$/, "")}/${options.api_version}`
    this.vocabulary_ = options.vocabulary
  }

  /** @throws PlatformError */
  async get(
    call: PlatformCall,
    { path, params, route = path }: XRead
  ): Promise<unknown> {
    const endpoint = `GET /2/${route}`
    const query = new URLSearchParams(params).toString()
    const { body } = await this.http_.send(call, {
      endpoint,
      url: `${this.base_}/${path}${query ? `?${query}` : ""}`,
      buckets: [bucketOf(call, endpoint)],
    })
    return body
  }

  /**
   * A read that selects fields of posts. When X refuses the names, the other
   * vocabulary is tried, and kept once it worked.
   * @throws PlatformError
   */
  async getPosts(
    call: PlatformCall,
    readFor: (vocabulary: Vocabulary) => XRead
  ): Promise<unknown> {
    const name = this.vocabulary_
    try {
      return await this.get(call, readFor(VOCABULARIES[name]))
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      if (!mayBeVocabulary(error)) {
        throw error
      }
      return this.inOtherWords_(call, readFor, name, error)
    }
  }

  private async inOtherWords_(
    call: PlatformCall,
    readFor: (vocabulary: Vocabulary) => XRead,
    refused: VocabularyName,
    refusal: PlatformError
  ): Promise<unknown> {
    const name = otherVocabulary(refused)
    try {
      const body = await this.get(call, readFor(VOCABULARIES[name]))
      this.vocabulary_ = name
      return body
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      // Refused in both: then the words were not the trouble.
      throw mayBeVocabulary(error) ? refusal : error
    }
  }
}
