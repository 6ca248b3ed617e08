import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { useMetricName } from "../../../hooks/use-metric-name"
import { Foldable } from "../../common/foldable"

interface NotOfferedProps {
  metrics: string[]
  platform: string
}

/** Numbers nobody has to look for, because the platform does not have them. */
export const NotOffered = ({ metrics, platform }: NotOfferedProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const nameOf = useMetricName()
  if (metrics.length === 0) {
    return null
  }
  const names = metrics.map(nameOf)
  return (
    <Foldable title={t("post.notOffered.title", { count: metrics.length })}>
      {() => (
        <Text size="small" className="text-ui-fg-subtle px-6 pb-4">
          {t("post.notOffered.text", {
            platform,
            metrics: format.list(names),
          })}
        </Text>
      )}
    </Foldable>
  )
}
