import { Alert, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { readMetric } from "../../../lib/metrics"
import { platformLook } from "../../../lib/platforms"
import type { PostInsights } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { asksToReconnect, commentsProblem } from "../insights/problems"
import type { PanelPost } from "../insights/use-panel-post"

interface NoCommentsProps {
  post: PanelPost
  insights: PostInsights
}

/** Why no comments stand here: nobody wrote any, or they cannot be read. */
export const NoComments = ({ post, insights }: NoCommentsProps) => {
  const { t } = useTranslation("social")
  const problem = commentsProblem(post)
  if (problem) {
    return (
      <div className="px-6 py-4">
        <Alert variant="warning">
          <div className="flex flex-col items-start gap-y-2">
            <ServerText>{problem}</ServerText>
            {asksToReconnect([problem]) && post.account && (
              <Button size="small" variant="secondary" asChild>
                <Link to={`/social/accounts/${post.account.id}`}>
                  {t("actions.reconnect")}
                </Link>
              </Button>
            )}
          </div>
        </Alert>
      </div>
    )
  }
  const total = readMetric(insights, "comments")
  const text = !insights.comments_synced_at
    ? "post.comments.notFetched"
    : total.known && total.value > 0
      ? "post.comments.notGiven"
      : "post.comments.none"
  return (
    <Text size="small" className="text-ui-fg-subtle px-6 py-4">
      {t(text, { platform: platformLook(post.platform).label })}
    </Text>
  )
}
