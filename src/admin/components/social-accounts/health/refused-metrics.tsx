import { Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { readableName } from "../../../lib/readable-name"
import type { RefusedMetric } from "../../../types/http"

interface RefusedMetricsProps {
  metrics: readonly RefusedMetric[]
  platform: string
}

/** The numbers that a platform refuses, since when, and when it is asked again. */
export const RefusedMetrics = ({ metrics, platform }: RefusedMetricsProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const heading = useId()
  if (metrics.length === 0) {
    return null
  }
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text
        id={heading}
        size="small"
        weight="plus"
        leading="compact"
        className="text-ui-fg-subtle"
      >
        {t("health.refused.title", { platform })}
      </Text>
      <ul aria-labelledby={heading} className="flex flex-col gap-y-2">
        {metrics.map(({ metric, product_type, since, until }) => (
          <li
            key={`${metric}-${product_type}`}
            className="txt-compact-small flex flex-wrap justify-between gap-x-4 gap-y-0.5"
          >
            <span className="break-words">
              {readableName(metric)}
              {product_type && (
                <span className="text-ui-fg-subtle">
                  {" "}
                  {t(`postTypes.${product_type}`, {
                    defaultValue: readableName(product_type),
                  })}
                </span>
              )}
            </span>
            <span className="text-ui-fg-subtle">
              {t(until ? "health.refused.until" : "health.refused.since", {
                since: format.date(since),
                until: until && format.date(until),
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
