import type { SocialSyncRun } from "../../types/http"
import { TextLink } from "../common/text-link"
import { FromNow } from "../common/time"

interface RunLinkProps {
  run: Pick<SocialSyncRun, "id" | "started_at">
}

/** When a run began, with the way to it. */
export const RunLink = ({ run }: RunLinkProps) => (
  // The row of a table behind it leads there too.
  <TextLink
    to={`/social/runs/${run.id}`}
    onClick={(event) => event.stopPropagation()}
  >
    <FromNow time={run.started_at} />
  </TextLink>
)
