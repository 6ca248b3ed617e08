import { Alert, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { SocialSyncRun } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { endedBecause, groupProblems } from "../../sync-runs/progress"
import { ProblemSummary, withFirstPosts } from "./problem-summary"
import { useProblemPosts } from "../../sync-runs/run-details/use-problem-posts"
import { SkippedPosts } from "./skipped-posts"

/** Reasons that are told here; the others are in the log. */
const FIRST = 3

interface BulkSyncResultProps {
  run: SocialSyncRun
}

/** What did not work in a sync that is over, and why. */
export const BulkSyncResult = ({ run }: BulkSyncResultProps) => {
  const { t } = useTranslation("social")
  const groups = groupProblems(run.problems)
  const shown = groups.slice(0, FIRST)
  const posts = useProblemPosts(shown.map(withFirstPosts))
  const hasMore = groups.length > FIRST || (run.more_problems ?? 0) > 0
  return (
    <>
      {run.total === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("posts.run.nothingHint")}
        </Text>
      )}
      {run.skipped > 0 && <SkippedPosts run={run} />}
      {endedBecause(run.problems).map((reason) => (
        <div key={reason} className="px-6 py-4">
          <Alert variant="error">
            <ServerText>{reason}</ServerText>
          </Alert>
        </div>
      ))}
      {shown.map((group) => (
        <ProblemSummary key={group.key} group={group} posts={posts} />
      ))}
      {hasMore && (
        <div className="px-4 py-2">
          <Button size="small" variant="transparent" asChild>
            <Link to={`/social/runs/${run.id}`}>
              {t("posts.run.allProblems")}
            </Link>
          </Button>
        </div>
      )}
    </>
  )
}
