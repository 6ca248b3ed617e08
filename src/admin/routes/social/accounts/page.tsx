import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { AccountTable } from "../../../components/social-accounts/account-table/account-table"
import { PageTitle } from "../../../components/common/page-title"
import { AttentionNotice } from "../../../components/social-accounts/attention/attention-notice"

/** The connected accounts of all platforms. */
const SocialAccountsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="social_account.list"
    preferredLayoutId="core:single-column"
    data={{}}
    sections={{
      main: (
        <>
          <LayoutComposer.Entry id="SocialReconnectNotice">
            <AttentionNotice />
          </LayoutComposer.Entry>
          <LayoutComposer.Entry id="SocialAccountTable">
            <AccountTable />
          </LayoutComposer.Entry>
        </>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.accounts",
  translationNs: "social",
  rank: 3,
})

export const handle = {
  breadcrumb: () => <PageTitle name="accounts.title" />,
}

export default SocialAccountsPage
