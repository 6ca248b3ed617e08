import { isTokenState, switchTokens } from "./token-states"
import { TokenRegistry } from "./tokens"
import { UsageMeter } from "./usage"

export type Deletion = "33" | "10"
export type ListOddity = "overlap" | "empty_page" | "gaps"

/** What a Page can do with a post it made (facebook §5). */
export type Visibility = "hidden" | "unpublished" | "expired"

const ODDITIES: readonly unknown[] = ["overlap", "empty_page", "gaps"]
const VISIBILITIES: readonly unknown[] = ["hidden", "unpublished", "expired"]

interface RefusedMetric {
  metric: string
  product_type?: string
  media_type?: string
  account?: string
}

/** `limit × weight` above which Meta asks to reduce the amount of data. */
const HEAVY = 1000

/** What `set()` can change while the sandbox runs. */
export class Situations {
  readonly usage = new UsageMeter()
  localised = false
  /** Facebook insights without `read_insights`: empty data, or 403 code 200. */
  insights_refusal: "empty" | "403" = "empty"
  /** Instagram insights of an album's child: empty data, or a refusal. */
  children_insights: "empty" | "error" = "empty"
  /** Public fields of a Page need `pages_read_engagement` in lists of Pages too. */
  strict_page_fields = false
  require_proof?: string
  private readonly deleted = new Map<string, Deletion | "no">()
  private readonly disguised = new Map<string, number>()
  private readonly timeouts = new Set<string>()
  private readonly oddities = new Map<string, ListOddity>()
  private readonly eras = new Map<string, number>()
  private readonly withheld = new Map<string, Visibility>()
  private readonly thresholds = new Map<string, number>()
  private refused: RefusedMetric[] = []

  constructor(
    private readonly tokens: TokenRegistry,
    private readonly now: () => number,
    private readonly knows: (id: string) => boolean
  ) {}

  apply(change: Record<string, unknown>): boolean {
    if (typeof change.account === "string") {
      return this.applyToAccount(change.account, change)
    }
    if (typeof change.person === "string") {
      const tokens = this.tokens.ofPerson(change.person)
      if (!tokens.length || !isTokenState(change.token)) {
        return false
      }
      switchTokens(tokens, change.token, this.now())
      return true
    }
    if (typeof change.post === "string") {
      return this.applyToPost(change.post, change)
    }
    return this.applyToApp(change)
  }

  deletion(id: string, by_nature: Deletion | undefined): Deletion | undefined {
    const set = this.deleted.get(id)
    return set === "no" ? undefined : (set ?? by_nature)
  }

  /** True while a scripted throttle hides the object; uses one strike up. */
  hides(id: string): boolean {
    const left = this.disguised.get(id) ?? 0
    if (left > 0) {
      this.disguised.set(id, left - 1)
    }
    return left > 0
  }

  timesOut(id: string): boolean {
    return this.timeouts.has(id)
  }

  heavy(account_id: string): number {
    return this.thresholds.get(account_id) ?? HEAVY
  }

  listOddity(account_id: string): ListOddity | undefined {
    return this.oddities.get(account_id)
  }

  /** Counts how often all cursors of an account's lists have expired. */
  cursorEra(account_id: string): number {
    return this.eras.get(account_id) ?? 0
  }

  visibility(post_id: string): Visibility | undefined {
    return this.withheld.get(post_id)
  }

  refusesMetric(
    metric: string,
    product_type: string,
    media_type: string,
    account: string
  ): boolean {
    return this.refused.some(
      (rule) =>
        rule.metric === metric &&
        (!rule.product_type || rule.product_type === product_type) &&
        (!rule.media_type || rule.media_type === media_type) &&
        (!rule.account || rule.account === account)
    )
  }

  private applyToAccount(
    account: string,
    change: Record<string, unknown>
  ): boolean {
    const tokens = this.tokens.ofAccount(account)
    if (!tokens.length) {
      return false
    }
    if (isTokenState(change.token)) {
      const days = typeof change.days === "number" ? change.days : undefined
      switchTokens(tokens, change.token, this.now(), days)
      return true
    }
    if (Array.isArray(change.scopes)) {
      for (const token of tokens) {
        token.scopes = new Set(change.scopes.map(String))
      }
      return true
    }
    if (typeof change.usage === "number") {
      this.setUsage(account, change.usage, change)
      return true
    }
    if (typeof change.user_usage === "number") {
      for (const { user_id } of tokens) {
        this.setUsage(user_id, change.user_usage, change)
      }
      return true
    }
    if (typeof change.heavy === "number") {
      this.thresholds.set(account, change.heavy)
      return true
    }
    if (change.cursors === "expired") {
      this.eras.set(account, this.cursorEra(account) + 1)
      return true
    }
    if ("list" in change) {
      if (ODDITIES.includes(change.list)) {
        this.oddities.set(account, change.list as ListOddity)
      } else {
        this.oddities.delete(account)
      }
      return true
    }
    return this.applyToApp(change)
  }

  private setUsage(
    id: string,
    percent: number,
    change: Record<string, unknown>
  ): void {
    const number = (value: unknown) =>
      typeof value === "number" ? value : undefined
    this.usage.set(
      id,
      percent,
      this.now(),
      number(change.regain_minutes),
      number(change.per_call)
    )
  }

  private applyToPost(id: string, change: Record<string, unknown>): boolean {
    if (!this.knows(id)) {
      return false
    }
    if (typeof change.deleted === "boolean") {
      const as: Deletion = change.as === "10" ? "10" : "33"
      this.deleted.set(id, change.deleted ? as : "no")
      return true
    }
    if (VISIBILITIES.includes(change.visibility)) {
      this.withheld.set(id, change.visibility as Visibility)
      return true
    }
    if (typeof change.throttle_disguise === "number") {
      this.disguised.set(id, change.throttle_disguise)
      return true
    }
    if (typeof change.times_out === "boolean") {
      this.timeouts[change.times_out ? "add" : "delete"](id)
      return true
    }
    return false
  }

  private applyToApp(change: Record<string, unknown>): boolean {
    if (typeof change.app_usage === "number") {
      this.setUsage("app", change.app_usage, change)
      return true
    }
    if (typeof change.localised === "boolean") {
      this.localised = change.localised
      return true
    }
    if (typeof change.refuse_metric === "string") {
      const { refuse_metric: metric, ...rest } = change
      this.refused.push({ ...(rest as object), metric } as RefusedMetric)
      return true
    }
    if (typeof change.allow_metric === "string") {
      this.refused = this.refused.filter(
        ({ metric }) => metric !== change.allow_metric
      )
      return true
    }
    if (
      change.insights_refusal === "403" ||
      change.insights_refusal === "empty"
    ) {
      this.insights_refusal = change.insights_refusal
      return true
    }
    if (
      change.children_insights === "error" ||
      change.children_insights === "empty"
    ) {
      this.children_insights = change.children_insights
      return true
    }
    if (typeof change.strict_page_fields === "boolean") {
      this.strict_page_fields = change.strict_page_fields
      return true
    }
    if ("app_secret" in change) {
      // Requires `appsecret_proof` made with this secret from now on.
      this.require_proof =
        typeof change.app_secret === "string" ? change.app_secret : undefined
      return true
    }
    return false
  }
}
