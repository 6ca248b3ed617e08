import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { consentPlatform } from "../../../lib/platforms"
import type { SocialAccount, SocialPlatform } from "../../../types/http"
import { flowOf } from "../consent/flows"
import { ConsentForm } from "./consent-form"
import { TokenForm } from "./token-form"

interface ReconnectFormProps {
  account: SocialAccount
  platform: SocialPlatform | undefined
}

/**
 * Connects an account again: through the platform's consent page where that is
 * set up, else by a pasted token. Each leads to the other.
 */
export const ReconnectForm = ({ account, platform }: ReconnectFormProps) => {
  const { t } = useTranslation("social")
  const flow = platform && flowOf(platform, account)
  const [isPasting, setIsPasting] = useState(!flow?.ready)
  if (!platform || !flow) {
    return <TokenForm account={account} />
  }
  const instead = (
    <Button
      size="small"
      type="button"
      variant="secondary"
      onClick={() => setIsPasting(!isPasting)}
    >
      {t(isPasting ? "connect.ask.instead" : "connect.ask.paste", {
        platform: consentPlatform(platform.id, flow.id),
      })}
    </Button>
  )
  return isPasting ? (
    <TokenForm account={account} instead={instead} />
  ) : (
    <ConsentForm
      account={account}
      platform={platform}
      flow={flow}
      instead={instead}
    />
  )
}
