import { LayoutComposer } from "@medusajs/dashboard/components"
import { type UIMatch, useParams } from "react-router-dom"
import { PageSkeleton } from "../../../../components/common/page-skeleton"
import { AccountBreadcrumb } from "../../../../components/social-accounts/account-breadcrumb"
import { AccountAudience } from "../../../../components/social-accounts/audience/account-audience"
import { AccountData } from "../../../../components/social-accounts/account-details/account-data"
import { AccountGeneral } from "../../../../components/social-accounts/account-details/account-general"
import { AccountPermissions } from "../../../../components/social-accounts/account-details/account-permissions"
import { AccountRuns } from "../../../../components/social-accounts/account-details/account-runs"
import { AccountSync } from "../../../../components/social-accounts/account-details/account-sync"
import { AccountTrouble } from "../../../../components/social-accounts/account-details/account-trouble"
import { AccountHealth } from "../../../../components/social-accounts/health/account-health"
import { AccountImports } from "../../../../components/social-accounts/imports/account-imports"
import { AccountNumbers } from "../../../../components/social-accounts/numbers/account-numbers"
import { NextStep } from "../../../../components/social-accounts/account-details/next-step"
import { useSocialAccount } from "../../../../hooks/api/social-accounts"

/** One account: who it is, its numbers and posts, how it is, its last syncs. */
const SocialAccountPage = () => {
  const { id = "" } = useParams()
  const { social_account: account } = useSocialAccount(id)
  if (!account) {
    return <PageSkeleton />
  }
  return (
    <LayoutComposer
      widgetsZonePrefix="social_account.details"
      preferredLayoutId="core:two-column"
      data={account}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="SocialAccountTrouble">
              <AccountTrouble account={account} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialAccountGeneral">
              <AccountGeneral account={account} />
            </LayoutComposer.Entry>
            {account.status === "active" && account.posts_count === 0 && (
              <LayoutComposer.Entry id="SocialAccountNextStep">
                <NextStep accountId={account.id} />
              </LayoutComposer.Entry>
            )}
            <LayoutComposer.Entry id="SocialAccountNumbers">
              <AccountNumbers key={account.id} account={account} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialAccountAudience">
              <AccountAudience account={account} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialAccountImports">
              <AccountImports account={account} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialAccountHealth">
              <AccountHealth key={account.id} account={account} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialAccountRuns">
              <AccountRuns accountId={account.id} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialAccountData">
              <AccountData account={account} />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <>
            <LayoutComposer.Entry id="SocialAccountSync">
              <AccountSync account={account} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialAccountPermissions">
              <AccountPermissions account={account} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => (
    <AccountBreadcrumb id={params.id ?? ""} />
  ),
}

export default SocialAccountPage
