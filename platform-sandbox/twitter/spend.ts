/** Prices in thousandths of a US dollar, pay-per-use (§6). */
export const PRICES = {
  post: 5,
  user: 10,
  like: 1,
  owned: 1,
  counts_recent: 5,
  counts_all: 10,
  // The media and analytics lines left the price list in August 2026.
  media: 0,
  analytics: 0,
}

export type Price = keyof typeof PRICES

/** What the app has spent; a resource costs once per UTC day. */
export class Spend {
  private units = 0
  private day = ""
  private readonly seen = new Set<string>()
  private counts: Partial<Record<Price, number>> = {}
  private days: Record<string, number> = {}

  /** `id` is left out for requests that are billed as such. */
  add(price: Price, now: Date, id?: string): void {
    const day = now.toISOString().slice(0, 10)
    if (day !== this.day) {
      this.day = day
      this.seen.clear()
    }
    // An owned read and a paid read are the same resource.
    const kind = price === "owned" ? "post" : price
    if (id !== undefined) {
      if (this.seen.has(`${kind}:${id}`)) {
        return
      }
      this.seen.add(`${kind}:${id}`)
    }
    this.units += PRICES[price]
    this.days[day] = (this.days[day] ?? 0) + PRICES[price]
    this.counts[price] = (this.counts[price] ?? 0) + 1
  }

  summary() {
    const usd = (units: number) => units / 1000
    return {
      total_usd: usd(this.units),
      billed: { ...this.counts },
      usd_per_day: Object.fromEntries(
        Object.entries(this.days).map(([day, units]) => [day, usd(units)])
      ),
    }
  }

  reset(): void {
    this.units = 0
    this.seen.clear()
    this.counts = {}
    this.days = {}
  }
}
