import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../../hooks/use-format"
import { ServerText } from "../../common/server-text"
import { asksToReconnect, problemsOf } from "./problems"
import type { PanelPost } from "./use-panel-post"
import type { SyncPost } from "./use-sync-post"

interface SyncProblemsProps {
  post: PanelPost
  syncing: SyncPost
}

/** What went wrong, in the server's words, and the next step. */
export const SyncProblems = ({ post, syncing }: SyncProblemsProps) => {
  const { t } = useTranslation("social")
  const { dateTime } = useFormat()
  const problems = problemsOf(post.sync_errors, syncing.failure)
  if (problems.length === 0) {
    return null
  }
  const hasFailed = syncing.failure !== null || post.sync_status === "failed"
  return (
    <div className="px-6 py-4">
      <Alert role="alert" variant={hasFailed ? "error" : "warning"}>
        <div className="flex flex-col items-start gap-y-2">
          <ul className="flex flex-col gap-y-1">
            {problems.map((problem) => (
              <li key={problem} className="break-words">
                <ServerText>{problem}</ServerText>
              </li>
            ))}
          </ul>
          {/* An answer to a click says how old they are by itself. */}
          {hasFailed && !syncing.failure && post.last_synced_at && (
            <span className="text-ui-fg-subtle">
              {t("post.sync.storedStay", {
                time: dateTime(post.last_synced_at),
              })}
            </span>
          )}
          <NextStep
            post={post}
            syncing={syncing}
            wantsReconnect={asksToReconnect(problems)}
          />
        </div>
      </Alert>
    </div>
  )
}

interface NextStepProps extends SyncProblemsProps {
  wantsReconnect: boolean
}

const NextStep = ({ post, syncing, wantsReconnect }: NextStepProps) => {
  const { t } = useTranslation("social")
  if (wantsReconnect && post.account) {
    return (
      <Button size="small" variant="secondary" asChild>
        <Link to={`/social/accounts/${post.account.id}`}>
          {t("actions.reconnect")}
        </Link>
      </Button>
    )
  }
  return post.status === "posted" ? (
    <Button
      size="small"
      variant="secondary"
      isLoading={syncing.isSyncing}
      onClick={() => syncing.sync({ force: true })}
    >
      {t("actions.tryAgain")}
    </Button>
  ) : null
}
