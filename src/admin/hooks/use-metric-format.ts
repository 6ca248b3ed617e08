import { unitOf } from "../lib/metrics"
import { useFormat } from "./use-format"

/** Writes a metric's number with its unit: "1,234", "12.5%", "4.2s". */
export function useMetricFormat() {
  const format = useFormat()
  return (metric: string, value: number, isCompact = false): string => {
    switch (unitOf(metric)) {
      case "seconds":
        return format.duration(value)
      case "percent":
        return format.percent(value)
      default:
        return isCompact ? format.compact(value) : format.number(value)
    }
  }
}
