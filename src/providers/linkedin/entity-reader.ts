import {
  inBatches,
  inParallel,
  type PlatformCall,
  PlatformError,
  stopsAccount,
} from "../../platform-kit"
import { type BatchEntry, readBatch } from "./batch-answer"
import { unreadable } from "./classify"
import type { LinkedInClient } from "./client"
import { linkedinProfile, LOOKUP_BATCH } from "./profile"
import { encodeValue, listOf, queryOf } from "./restli"

/** A resource that answers one URN or many. */
export interface EntityResource<T> {
  /** Below `/rest`: `posts`, `socialMetadata`. */
  name: string
  read(body: unknown): T | null
  /** The scope without which LinkedIn refuses it. */
  scope: string
  /** What a merchant misses without it. */
  refusal: string
}

/** Verdict that the app may not read in batches (Development tier). */
const NO_BATCHES = { host: "rest", product: "batch", metric: "BATCH_GET" }

/** Reads that may still be made one by one, shared by all resources. */
export interface SingleReads {
  left: number
}

/**
 * Reads a resource of many posts: in batches, or one by one where the app may
 * not. Never throws, because statistics count without it.
 */
export class EntityReader<T> {
  /** Ends the reading of this resource for the account. */
  private stopped_: PlatformError | null = null
  private readonly asked_ = new Map<string, Promise<BatchEntry<T> | null>>()
  private whyRefused_: Promise<PlatformError | null> | null = null

  constructor(
    private readonly client_: LinkedInClient,
    private readonly call_: PlatformCall,
    private readonly resource_: EntityResource<T>,
    private readonly singles_: SingleReads
  ) {}

  /** What is known of each URN; one that was not asked is absent. */
  async read(urns: readonly string[]): Promise<Map<string, BatchEntry<T>>> {
    const known = new Map<string, BatchEntry<T>>()
    const batches = inBatches(urns, LOOKUP_BATCH)
    const limit = linkedinProfile.parallel_calls
    const answers = inParallel(batches, limit, (batch) => this.some_(batch))
    for await (const entries of answers) {
      entries.forEach((entry, urn) => known.set(urn, entry))
    }
    return known
  }

  private async some_(urns: string[]): Promise<Map<string, BatchEntry<T>>> {
    if (this.stopped_) {
      return all(urns, this.stopped_)
    }
    const { host, product, metric } = NO_BATCHES
    if (
      urns.length === 1 ||
      this.call_.verdicts.isRefused(host, product, metric)
    ) {
      return this.oneByOne_(urns)
    }
    try {
      return await this.together_(urns)
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      if (!mayBeBatchRefusal(error)) {
        return all(urns, this.remember_(error))
      }
      // The refusal of batches and of the whole resource look the same.
      this.whyRefused_ ??= this.probe_(urns[0] as string)
      const reason = await this.whyRefused_
      if (reason) {
        return all(urns, reason)
      }
      this.call_.verdicts.refuse(host, product, metric)
      return this.oneByOne_(urns)
    }
  }

  private async together_(urns: string[]): Promise<Map<string, BatchEntry<T>>> {
    const { name, read } = this.resource_
    const body = await this.client_.get(this.call_, {
      endpoint: `GET /rest/${name}`,
      path: `/rest/${name}`,
      method: "BATCH_GET",
      query: queryOf([["ids", listOf(urns)]]),
    })
    return readBatch(body, urns, read, this.call_.now())
  }

  private async oneByOne_(urns: string[]): Promise<Map<string, BatchEntry<T>>> {
    const known = new Map<string, BatchEntry<T>>()
    const limit = linkedinProfile.parallel_calls
    const reads = inParallel(urns, limit, async (urn) => ({
      urn,
      entry: await this.one_(urn),
    }))
    for await (const { urn, entry } of reads) {
      if (entry) {
        known.set(urn, entry)
      }
    }
    return known
  }

  /** Each URN costs one call, however often it is wanted. */
  private one_(urn: string): Promise<BatchEntry<T> | null> {
    const asked = this.asked_.get(urn) ?? this.ask_(urn)
    this.asked_.set(urn, asked)
    return asked
  }

  private async ask_(urn: string): Promise<BatchEntry<T> | null> {
    if (this.stopped_) {
      return this.stopped_
    }
    if (this.singles_.left <= 0) {
      return null
    }
    this.singles_.left -= 1
    const { name, read } = this.resource_
    try {
      const body = await this.client_.get(this.call_, {
        endpoint: `GET /rest/${name}/{urn}`,
        path: `/rest/${name}/${encodeValue(urn)}`,
      })
      return read(body) ?? unreadable()
    } catch (thrown) {
      return this.remember_(PlatformError.from(thrown))
    }
  }

  /** `null` when single reads work, so that only batches are refused. */
  private async probe_(urn: string): Promise<PlatformError | null> {
    const entry = await this.one_(urn)
    return PlatformError.is(entry) && entry.kind !== "gone" ? entry : null
  }

  private remember_(error: PlatformError): PlatformError {
    const named = error.kind === "permission" ? this.named_(error) : error
    if (stopsAccount(named)) {
      this.stopped_ ??= named
    }
    return named
  }

  private named_(error: PlatformError): PlatformError {
    const { scope, refusal } = this.resource_
    return new PlatformError({
      kind: "permission",
      scope: error.scope,
      code: error.code,
      message: refusal,
      missing_scope: scope,
      cause: error,
    })
  }
}

function mayBeBatchRefusal(error: PlatformError): boolean {
  return (
    error.kind === "permission" ||
    error.kind === "gone" ||
    (error.kind === "invalid" && error.scope !== "app")
  )
}

function all<T>(
  urns: readonly string[],
  error: PlatformError
): Map<string, BatchEntry<T>> {
  return new Map(urns.map((urn) => [urn, error]))
}
