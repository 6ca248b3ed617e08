import {
  definitionsFor,
  type MetricDefinition,
  type PlatformCall,
  PlatformError,
} from "../../platform-kit"
import {
  GRAPH_CODES,
  type GraphClient,
  type ObjectAnswers,
  readInsightsByIds,
} from "../../platform-kit/meta-graph"
import { insightsDenied, postDenied, unclearStory } from "./errors"
import { MEDIA_FIELDS } from "./map-media"
import {
  INSTAGRAM_METRICS,
  PER_POST_METRICS,
  type ProductType,
} from "./metrics"
import { type InstagramLogin } from "./settings"

/**
 * The calls for media of one account, up to 50 at once. Remembers for one sync
 * that the insights permission is missing, so that it is asked once.
 *
 * https://developers.facebook.com/documentation/instagram-platform/reference/instagram-media/insights
 */
export class MediaReader {
  private denied_: PlatformError | null = null

  constructor(
    private readonly graph_: GraphClient,
    private readonly call_: PlatformCall,
    private readonly login_: InstagramLogin
  ) {}

  /** Set once the token turned out to lack the insights permission. */
  get denied(): PlatformError | null {
    return this.denied_
  }

  /** The metrics that belong into the common call of a kind of post. */
  metricsOf(productType: ProductType): MetricDefinition[] {
    const { core, optional } = INSTAGRAM_METRICS[productType]
    return this.definitions_([...core, ...optional]).filter(
      ({ name }) => !PER_POST_METRICS.has(name)
    )
  }

  /** The metrics whose refusal says something about one post only. */
  perPostMetricsOf(productType: ProductType): MetricDefinition[] {
    return this.definitions_(INSTAGRAM_METRICS[productType].optional).filter(
      ({ name }) => PER_POST_METRICS.has(name)
    )
  }

  /** Objects without insights. */
  readObjects(ids: readonly string[]): Promise<ObjectAnswers> {
    return this.read_("NONE", ids, [])
  }

  /**
   * Objects with insights; without them when the permission is missing.
   * @throws PlatformError
   */
  async readInsights(
    productType: ProductType,
    ids: readonly string[]
  ): Promise<ObjectAnswers> {
    if (this.denied_) {
      return await this.readObjects(ids)
    }
    try {
      const metrics = this.metricsOf(productType)
      const answers = await this.read_(productType, ids, metrics)
      return await this.explainDenied_(productType, answers)
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      if (error.kind !== "permission") {
        throw error
      }
      if (isUnclear(error) && productType === "STORY") {
        throw unclearStory(error)
      }
      const objects = await this.readObjects(ids)
      this.denied_ ??= insightsDenied(
        error,
        this.login_,
        this.call_.account.scopes
      )
      return objects
    }
  }

  /** Single reads of a batch can be denied one by one. */
  private async explainDenied_(
    productType: ProductType,
    answers: ObjectAnswers
  ): Promise<ObjectAnswers> {
    const all = [...answers.values()]
    const works = all.some(
      (answer) => !PlatformError.is(answer) && answer.asked.length > 0
    )
    const denied = new Map<string, PlatformError>()
    for (const [id, answer] of answers) {
      if (PlatformError.is(answer) && answer.kind === "permission") {
        if (isUnclear(answer) && productType === "STORY") {
          answers.set(id, unclearStory(answer))
        } else if (works) {
          answers.set(id, postDenied(answer))
        } else {
          denied.set(id, answer)
        }
      }
    }
    const [error] = denied.values()
    if (error) {
      const objects = await this.readObjects([...denied.keys()])
      objects.forEach((object, id) => answers.set(id, object))
      this.denied_ ??= insightsDenied(
        error,
        this.login_,
        this.call_.account.scopes
      )
    }
    return answers
  }

  private read_(
    product_type: ProductType,
    ids: readonly string[],
    metrics: readonly MetricDefinition[]
  ): Promise<ObjectAnswers> {
    return readInsightsByIds(this.graph_, this.call_, {
      ids,
      host: this.login_,
      product_type,
      metrics,
      fieldsFor,
      can_batch: this.login_ === "facebook",
    })
  }

  private definitions_(
    definitions: readonly MetricDefinition[]
  ): MetricDefinition[] {
    return definitionsFor(definitions, {
      host: this.login_,
      on: this.call_.now(),
      depth: this.call_.depth,
    })
  }
}

function fieldsFor(metrics: readonly MetricDefinition[]): string {
  const names = metrics.map(({ name }) => name).join(",")
  return names ? `${MEDIA_FIELDS},insights.metric(${names})` : MEDIA_FIELDS
}

export function isUnclear({ code }: PlatformError): boolean {
  return code === GRAPH_CODES.unclear_permission
}
