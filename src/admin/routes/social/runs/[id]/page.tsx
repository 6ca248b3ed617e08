import { LayoutComposer } from "@medusajs/dashboard/components"
import { type UIMatch, useParams } from "react-router-dom"
import { PageSkeleton } from "../../../../components/common/page-skeleton"
import { RunBreadcrumb } from "../../../../components/sync-runs/run-breadcrumb"
import { RunAccountNotice } from "../../../../components/sync-runs/run-details/run-account-notice"
import { RunFacts } from "../../../../components/sync-runs/run-details/run-facts"
import { RunProblemList } from "../../../../components/sync-runs/run-details/run-problem-list"
import { RunProgress } from "../../../../components/sync-runs/run-details/run-progress"
import { useRefreshAfterRuns } from "../../../../components/sync-runs/use-refresh-after-runs"
import { useRunWords } from "../../../../components/sync-runs/use-run-words"
import { useSocialSyncRun } from "../../../../hooks/api/social-sync-runs"

/** One sync: how far it is, what it was about, what went wrong. */
const SocialSyncRunPage = () => {
  const { id = "" } = useParams()
  const { social_sync_run: run } = useSocialSyncRun(id)
  const words = useRunWords()
  useRefreshAfterRuns(run && [run])
  if (!run) {
    return <PageSkeleton />
  }
  const scope = words.scope(run)
  return (
    <LayoutComposer
      widgetsZonePrefix="social_sync_run.details"
      preferredLayoutId="core:two-column"
      data={run}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="SocialAccountNotice">
              <RunAccountNotice run={run} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialSyncRunProgress">
              <RunProgress run={run} scope={scope} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialSyncRunProblems">
              <RunProblemList run={run} />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <LayoutComposer.Entry id="SocialSyncRunFacts">
            <RunFacts
              run={run}
              scope={scope}
              trigger={words.trigger(run.trigger)}
            />
          </LayoutComposer.Entry>
        ),
      }}
    />
  )
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <RunBreadcrumb id={params.id ?? ""} />,
}

export default SocialSyncRunPage
