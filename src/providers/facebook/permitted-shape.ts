import {
  type MetricDefinition,
  type PlatformCall,
  PlatformError,
} from "../../platform-kit"
import { insightsDenied } from "./errors"
import { POST_FIELDS, SUMMARY_FIELDS } from "./map-post"
import { SUMMARIES, VERDICT_TYPE } from "./metrics"

/** What is asked of a post; each part needs a permission of its own. */
export interface Shape {
  summaries: boolean
  insights: boolean
}

/**
 * Asks for as much of posts as the token allows: everything first, then without
 * the totals of other people's content, then without insights. What turned out
 * to be missing is remembered: the totals like a refused metric, insights for
 * this sync.
 */
export class PermittedShape {
  private insightsDenied_: PlatformError | null = null

  constructor(private readonly call_: PlatformCall) {}

  /** Set once the token turned out to lack `read_insights`. */
  get denied(): PlatformError | null {
    return this.insightsDenied_
  }

  /** @throws PlatformError */
  async ask<T>(ask: (shape: Shape) => Promise<T>): Promise<T> {
    const whole: Shape = {
      summaries: !this.call_.verdicts.isRefused(
        this.call_.account.id,
        VERDICT_TYPE,
        SUMMARIES
      ),
      insights: this.insightsDenied_ === null,
    }
    try {
      return await ask(whole)
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      if (error.kind !== "permission") {
        throw error
      }
      return await this.askLess_(ask, whole, error)
    }
  }

  private async askLess_<T>(
    ask: (shape: Shape) => Promise<T>,
    whole: Shape,
    error: PlatformError
  ): Promise<T> {
    let last = error
    for (const shape of smaller(whole, error)) {
      try {
        const answer = await ask(shape)
        this.remember_(whole, shape, error)
        return answer
      } catch (thrown) {
        last = PlatformError.from(thrown)
        if (last.kind !== "permission") {
          throw last
        }
      }
    }
    throw last
  }

  private remember_(whole: Shape, shape: Shape, error: PlatformError): void {
    const { account, verdicts } = this.call_
    if (whole.summaries && !shape.summaries) {
      // The token's matter, so it holds for this Page only.
      verdicts.refuse(account.id, VERDICT_TYPE, SUMMARIES)
    }
    if (whole.insights && !shape.insights) {
      this.insightsDenied_ ??= insightsDenied(error)
    }
  }
}

/** `fields=` of a post of this shape. */
export function fieldsFor(
  { summaries }: Shape,
  metrics: readonly MetricDefinition[]
): string {
  const names = metrics.map(({ name }) => name).join(",")
  return [
    POST_FIELDS,
    ...(summaries ? [SUMMARY_FIELDS] : []),
    ...(names ? [`insights.metric(${names})`] : []),
  ].join(",")
}

function smaller(whole: Shape, { missing_scope }: PlatformError): Shape[] {
  const without = {
    summaries: { ...whole, summaries: false },
    insights: { ...whole, insights: false },
    both: { summaries: false, insights: false },
  }
  const order =
    missing_scope === "read_insights"
      ? [without.insights, without.summaries, without.both]
      : [without.summaries, without.insights, without.both]
  const keyOf = (shape: Shape) => `${shape.summaries} ${shape.insights}`
  const tried = new Set([keyOf(whole)])
  return order.filter((shape) => {
    const isNew = !tried.has(keyOf(shape))
    tried.add(keyOf(shape))
    return isNew
  })
}
