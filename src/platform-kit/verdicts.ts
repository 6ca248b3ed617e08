/** A refusal the platform gave once; asked again only after it expires. */
export interface MetricVerdict {
  platform: string
  /** Host or login family the verdict holds for. */
  host: string
  product_type: string
  metric: string
  expires_at: Date
}

/** How long a refusal is believed. Meta's tables change about monthly. */
export const VERDICT_DAYS = 30

const keyOf = (host: string, productType: string, metric: string) =>
  `${host} ${productType} ${metric}`

/**
 * What is known of refused metrics on one platform. Loaded from the database
 * before a sync; what is learned meanwhile is taken back and stored.
 */
export class MetricVerdicts {
  private readonly refused_ = new Map<string, Date>()
  private learned_: MetricVerdict[] = []

  constructor(
    private readonly platform_: string,
    private readonly now_: () => Date,
    known: readonly MetricVerdict[] = []
  ) {
    for (const verdict of known) {
      const key = keyOf(verdict.host, verdict.product_type, verdict.metric)
      this.refused_.set(key, verdict.expires_at)
    }
  }

  isRefused(host: string, productType: string, metric: string): boolean {
    const expires = this.refused_.get(keyOf(host, productType, metric))
    return expires !== undefined && expires > this.now_()
  }

  refuse(host: string, productType: string, metric: string): void {
    const expires_at = new Date(
      this.now_().getTime() + VERDICT_DAYS * 24 * 60 * 60 * 1000
    )
    this.refused_.set(keyOf(host, productType, metric), expires_at)
    this.learned_.push({
      platform: this.platform_,
      host,
      product_type: productType,
      metric,
      expires_at,
    })
  }

  takeLearned(): MetricVerdict[] {
    const learned = this.learned_
    this.learned_ = []
    return learned
  }
}
