import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { PageSkeleton } from "../../../components/common/page-skeleton"
import { PageTitle } from "../../../components/common/page-title"
import { RetentionRules } from "../../../components/retention/retention-rules"
import { RetentionRuns } from "../../../components/retention/retention-runs"
import { RetentionSettings } from "../../../components/retention/retention-settings"
import { useSocialRetention } from "../../../hooks/api/social-retention"

/** How long what is kept, and what was removed. */
const SocialRetentionPage = () => {
  const { retention } = useSocialRetention()
  if (!retention) {
    return <PageSkeleton />
  }
  return (
    <LayoutComposer
      widgetsZonePrefix="social_retention.details"
      preferredLayoutId="core:two-column"
      data={retention}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="SocialRetentionRules">
              <RetentionRules rules={retention.rules} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialRetentionRuns">
              <RetentionRuns runs={retention.runs} />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <LayoutComposer.Entry id="SocialRetentionSettings">
            <RetentionSettings settings={retention.settings} />
          </LayoutComposer.Entry>
        ),
      }}
    />
  )
}

export const config = defineRouteConfig({
  label: "menu.retention",
  translationNs: "social",
  rank: 5,
})

export const handle = {
  breadcrumb: () => <PageTitle name="retention.title" />,
}

export default SocialRetentionPage
