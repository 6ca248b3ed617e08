import { Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { useNow } from "../../../hooks/use-now"
import type { SocialLimit } from "../../../types/http"
import { isParked } from "../token-state"
import { limitedCalls, usedColour } from "./limits"

interface LimitListProps {
  limits: readonly SocialLimit[]
  platform: string
}

/** How much of the platform's limits is used up, and when they begin anew. */
export const LimitList = ({ limits, platform }: LimitListProps) => {
  const { t } = useTranslation("social")
  const heading = useId()
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text
        id={heading}
        size="small"
        weight="plus"
        leading="compact"
        className="text-ui-fg-subtle"
      >
        {t("health.limits.title", { platform })}
      </Text>
      {limits.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("health.limits.none", { platform })}
        </Text>
      ) : (
        <ul aria-labelledby={heading} className="flex flex-col gap-y-4">
          {limits.map((limit) => (
            <Limit key={`${limit.scope}-${limit.bucket}`} limit={limit} />
          ))}
        </ul>
      )}
    </div>
  )
}

const Limit = ({ limit }: { limit: SocialLimit }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  const { bucket, parked_until, resets_at, scope, used_percent } = limit
  const used = used_percent ?? 0
  return (
    <li className="flex flex-col gap-y-1.5">
      <div className="txt-compact-small flex items-baseline justify-between gap-x-4">
        <span className="min-w-0 break-words">
          {limitedCalls(bucket) ?? t("health.limits.calls")}{" "}
          <span className="text-ui-fg-subtle">
            {t(`health.limits.${scope}`)}
          </span>
        </span>
        <span className="shrink-0 tabular-nums">
          {used_percent === null
            ? t("unknown")
            : t("health.limits.used", { percent: format.percent(used) })}
        </span>
      </div>
      <div
        aria-hidden
        className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full"
      >
        <div
          className={`h-full rounded-full ${usedColour(used)}`}
          style={{ width: `${Math.min(used, 100)}%` }}
        />
      </div>
      <span className="text-ui-fg-subtle txt-compact-xsmall empty:hidden">
        {whenAgain()}
      </span>
    </li>
  )

  function whenAgain(): string | null {
    if (parked_until && isParked(parked_until, now)) {
      return t("health.limits.parked", {
        until: format.dateTime(parked_until),
      })
    }
    return resets_at && new Date(resets_at).getTime() > now
      ? t("health.limits.resets", { when: format.dateTime(resets_at) })
      : null
  }
}
