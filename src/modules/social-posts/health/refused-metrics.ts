import type { PlatformProfile } from "../../../platform-kit"
import type { StoredVerdict } from "../sql/account-health"
import type { RefusedMetric } from "../types/health"

interface AskedAccount {
  id: string
  settings: Record<string, unknown> | null
}

/**
 * The metrics that the platform refuses to an account, out of all it was seen
 * to refuse: those of its own login family or kind. What providers remember
 * besides (ways of asking, single posts) is no metric. Pure.
 */
export function refusedMetrics(
  profile: PlatformProfile,
  account: AskedAccount,
  verdicts: readonly StoredVerdict[]
): RefusedMetric[] {
  const others = otherFamilies(profile, account)
  const names = metricNames(profile)
  const refused = new Map<string, RefusedMetric>()
  for (const verdict of verdicts) {
    const { host, product_type, metric, since, until } = verdict
    const own = host === account.id
    const foreign = others.has(host) || others.has(product_type)
    // A breakdown goes by the name of its metric and its own.
    const known = names.has(metric.split(":")[0] ?? metric)
    if (own || (known && !foreign)) {
      const key = `${product_type} ${metric}`
      refused.set(key, { metric, product_type, since, until })
    }
  }
  return [...refused.values()]
}

/** Login families or kinds that the account is not of. */
function otherFamilies(
  { settings }: PlatformProfile,
  account: AskedAccount
): ReadonlySet<string> {
  const deciding = settings?.find(({ decides_scopes }) => decides_scopes)
  const own =
    deciding && (account.settings?.[deciding.name] ?? deciding.default)
  const values = deciding?.options.map(({ value }) => value) ?? []
  return new Set(values.filter((value) => value !== own))
}

function metricNames({ metric_tables }: PlatformProfile): ReadonlySet<string> {
  return new Set(
    Object.values(metric_tables)
      .flatMap((tables) => Object.values(tables))
      .flatMap(({ core, optional }) => [...core, ...optional])
      .map(({ name }) => name)
  )
}
