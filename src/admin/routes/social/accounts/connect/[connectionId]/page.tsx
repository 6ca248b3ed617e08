import { useParams } from "react-router-dom"
import { PageTitle } from "../../../../../components/common/page-title"
import { ConnectionPage } from "../../../../../components/social-accounts/picker/connection-page"

/** Which of the accounts a consent reaches are connected. */
const ChooseSocialAccountsPage = () => {
  const { connectionId = "" } = useParams()
  return <ConnectionPage id={connectionId} />
}

export const handle = {
  breadcrumb: () => <PageTitle name="accounts.connect" />,
}

export default ChooseSocialAccountsPage
