import { Navigate, useLocation } from "react-router-dom"
import { PageTitle } from "../../../../components/common/page-title"
import { ConnectionResult } from "../../../../components/social-accounts/picker/connection-result"
import { readConnected } from "../../../../components/social-accounts/picker/picker-state"

/** What has just been connected; a reload shows it again. */
const ConnectedSocialAccountsPage = () => {
  const { state } = useLocation()
  const connected = readConnected(state)
  return connected ? (
    <ConnectionResult connected={connected} />
  ) : (
    <Navigate to="/social/accounts" replace />
  )
}

export const handle = {
  breadcrumb: () => <PageTitle name="accounts.connect" />,
}

export default ConnectedSocialAccountsPage
