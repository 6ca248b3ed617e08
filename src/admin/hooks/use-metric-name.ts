import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { readableName } from "../lib/readable-name"

/** A metric's name; one that only its platform knows is made readable. */
export function useMetricName() {
  const { t } = useTranslation("social")
  return useCallback(
    (metric: string) =>
      t(`metrics.${metric}`, { defaultValue: readableName(metric) }),
    [t]
  )
}
