import { RouteFocusModal } from "@medusajs/dashboard/components"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { consentPlatform } from "../../../lib/platforms"
import type { ConnectStep } from "./use-connect-steps"

interface ConnectFooterProps {
  step: ConnectStep
  platform: string
  /** Way through a consent page, where the platform has one. */
  flow: string | undefined
  /** Whether the platform's consent page can be asked. */
  isReady: boolean
  isBusy: boolean
  onStep: (step: ConnectStep) => void
  onConsent: () => void
}

/** What leads on from each step. */
export const ConnectFooter = ({
  step,
  platform,
  flow,
  isReady,
  isBusy,
  onStep,
  onConsent,
}: ConnectFooterProps) => {
  const { t } = useTranslation("social")
  const asked = { platform: consentPlatform(platform, flow) }
  return (
    <RouteFocusModal.Footer>
      <div
        className="flex w-full flex-wrap items-center justify-end gap-2"
        // The form takes this key from its fields; buttons are pressed by it.
        onKeyDown={(event) =>
          event.key === "Enter" &&
          !(event.metaKey || event.ctrlKey) &&
          event.stopPropagation()
        }
      >
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
                {t("connect.ask.continue", asked)}
              </Button>
            )}
          </>
        )}
        {step === "token" && (
          <>
            {flow && (
              <Button
                key="back"
                size="small"
                type="button"
                variant="secondary"
                onClick={() => onStep("consent")}
              >
                {t("connect.ask.instead", asked)}
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
