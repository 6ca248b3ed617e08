import { RouteFocusModal } from "@medusajs/dashboard/components"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { platformLook } from "../../../lib/platforms"
import type { ConnectStep } from "./use-connect-steps"

interface ConnectFooterProps {
  step: ConnectStep
  platform: string
  /** Whether the platform's consent page can be asked. */
  isReady: boolean
  /** Whether there is another way than a pasted token. */
  hasConsent: boolean
  isBusy: boolean
  onStep: (step: ConnectStep) => void
  onConsent: () => void
}

/** What leads on from each step. */
export const ConnectFooter = ({
  step,
  platform,
  isReady,
  hasConsent,
  isBusy,
  onStep,
  onConsent,
}: ConnectFooterProps) => {
  const { t } = useTranslation("social")
  const name = { platform: platformLook(platform).label }
  return (
    <RouteFocusModal.Footer>
      <div className="flex w-full flex-wrap items-center justify-end gap-2">
        <RouteFocusModal.Close asChild>
          <Button size="small" variant="secondary">
            {t("actions.cancel")}
          </Button>
        </RouteFocusModal.Close>
        {step === "platform" && (
          <Button
            key="continue"
            size="small"
            type="button"
            onClick={() => onStep("consent")}
          >
            {t("accounts.form.continue")}
          </Button>
        )}
        {step === "consent" && (
          <>
            <Button
              key="paste"
              size="small"
              type="button"
              variant={isReady ? "secondary" : "primary"}
              onClick={() => onStep("token")}
            >
              {t("connect.ask.paste")}
            </Button>
            {isReady && (
              <Button
                key="consent"
                size="small"
                type="button"
                isLoading={isBusy}
                onClick={onConsent}
              >
                {t("connect.ask.continue", name)}
              </Button>
            )}
          </>
        )}
        {step === "token" && (
          <>
            {hasConsent && (
              <Button
                key="back"
                size="small"
                type="button"
                variant="secondary"
                onClick={() => onStep("consent")}
              >
                {t("connect.ask.instead", name)}
              </Button>
            )}
            <Button key="connect" size="small" type="submit" isLoading={isBusy}>
              {t("accounts.form.connect")}
            </Button>
          </>
        )}
      </div>
    </RouteFocusModal.Footer>
  )
}
