import { useCallback, useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useAuthorizeSocialAccount } from "../../../hooks/api/social-connections"
import { useServerText } from "../../../hooks/use-server-text"
import {
  type BegunConnection,
  rememberBegun,
} from "../../../lib/begun-connection"
import { isWebAddress } from "../../../lib/is-web-address"
import { useRedirectUrl } from "./use-redirect-url"

/** Leaves for a platform's consent page, which leads back to the callback page. */
export function useGoToConsent() {
  const { t } = useTranslation("social")
  const text = useServerText()
  const redirect_uri = useRedirectUrl()
  const [isLeaving, setIsLeaving] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { mutate, isPending } = useAuthorizeSocialAccount({
    onSuccess: ({ authorization_url }, { platform, flow, account_id }) => {
      if (!isWebAddress(authorization_url)) {
        setRefusal(t("toasts.failed"))
        return
      }
      rememberBegun({ platform, flow, account_id })
      setIsLeaving(true)
      window.location.assign(authorization_url)
    },
    onError: ({ message }) => setRefusal(text(message)),
  })
  useStaying(setIsLeaving)
  const go = useCallback(
    (begun: BegunConnection) => {
      setRefusal(null)
      mutate({ ...begun, redirect_uri })
    },
    [mutate, redirect_uri]
  )
  return { go, isGoing: isPending || isLeaving, refusal }
}

/** A browser may bring a left page back as it was: on its way. */
function useStaying(setIsLeaving: (isLeaving: boolean) => void) {
  useEffect(() => {
    const stay = () => setIsLeaving(false)
    window.addEventListener("pageshow", stay)
    return () => window.removeEventListener("pageshow", stay)
  }, [setIsLeaving])
}
