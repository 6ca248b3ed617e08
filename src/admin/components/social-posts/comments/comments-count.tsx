import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { readMetric } from "../../../lib/metrics"
import { platformLook } from "../../../lib/platforms"
import type { PostInsights } from "../../../types/http"

interface CommentsCountProps {
  platform: string
  insights: PostInsights
  /** Comments with their replies that are stored. */
  threads: number
}

/** How many comments there are, and whether these are all. */
export const CommentsCount = ({
  platform,
  insights,
  threads,
}: CommentsCountProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const total = readMetric(insights, "comments")
  const stored = t("post.comments.threads", {
    count: threads,
    number: format.number(threads),
  })
  return (
    <Text size="small" leading="compact" className="text-ui-fg-subtle">
      {total.known
        ? t("post.comments.ofPlatform", {
            count: total.value,
            number: format.number(total.value),
            platform: platformLook(platform).label,
            threads: stored,
          })
        : stored}
      {insights.comments_capped && ` ${t("post.comments.capped")}`}
    </Text>
  )
}
