import { Select } from "@medusajs/ui"
import { useMetricName } from "../../hooks/use-metric-name"

interface MetricSelectProps {
  metrics: readonly string[]
  value: string
  onChange: (metric: string) => void
  label: string
}

/** Which number a chart shows. */
export const MetricSelect = ({
  metrics,
  value,
  onChange,
  label,
}: MetricSelectProps) => {
  const nameOf = useMetricName()
  return (
    <div className="w-44">
      <Select size="small" value={value} onValueChange={onChange}>
        <Select.Trigger aria-label={label}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {metrics.map((metric) => (
            <Select.Item key={metric} value={metric}>
              {nameOf(metric)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
