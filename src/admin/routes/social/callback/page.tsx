import { PageTitle } from "../../../components/common/page-title"
import { ConsentCallback } from "../../../components/social-accounts/callback/consent-callback"

/** Where the platforms' consent pages lead back to. */
const SocialCallbackPage = () => <ConsentCallback />

export const handle = {
  breadcrumb: () => <PageTitle name="accounts.connect" />,
}

export default SocialCallbackPage
