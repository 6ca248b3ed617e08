import { KeyboundForm, RouteFocusModal } from "@medusajs/dashboard/components"
import { Alert, ProgressTabs } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import { useSocialPlatforms } from "../../../hooks/api/social-platforms"
import { ServerText } from "../../common/server-text"
import { useGoToConsent } from "../consent/use-go-to-consent"
import { AccessStep } from "./access-step"
import { ConnectFooter } from "./connect-footer"
import { ConnectHeader } from "./connect-header"
import { ConsentStep } from "./consent-step"
import { PlatformStep } from "./platform-step"
import { useConnect } from "./use-connect"
import { useConnectSteps } from "./use-connect-steps"

/**
 * Connects accounts in two steps: which platform, then through its consent page
 * or by a pasted token. The address can name platform and way.
 */
export const ConnectForm = () => {
  const [params] = useSearchParams()
  const named = {
    platform: params.get("connect") ?? "",
    flow: params.get("flow") ?? "",
  }
  const { social_platforms: platforms, error } = useSocialPlatforms()
  const { form, submit, isPending } = useConnect(named)
  const { step, goTo, platform, flow } = useConnectSteps(
    form,
    platforms,
    named.platform ? "consent" : "platform"
  )
  const { go, isGoing, refusal } = useGoToConsent()
  const leave = () =>
    platform && flow?.ready && go({ platform: platform.id, flow: flow.id })
  const goOn = () => (step === "platform" ? void goTo("consent") : leave())
  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm
        className="flex h-full flex-col overflow-hidden"
        onSubmit={
          step === "token"
            ? submit
            : (event) => {
                event?.preventDefault()
                goOn()
              }
        }
      >
        <ProgressTabs
          value={step === "platform" ? "platform" : "access"}
          onValueChange={(tab) =>
            void goTo(tab === "platform" ? "platform" : "consent")
          }
          className="flex h-full flex-col overflow-hidden"
        >
          <ConnectHeader isLast={step !== "platform"} />
          <RouteFocusModal.Body className="size-full overflow-y-auto">
            {error && !platforms && (
              <div className="mx-auto w-full max-w-[720px] px-4 py-8">
                <Alert variant="error">
                  <ServerText>{error.message}</ServerText>
                </Alert>
              </div>
            )}
            <ProgressTabs.Content value="platform">
              {platforms && <PlatformStep form={form} platforms={platforms} />}
            </ProgressTabs.Content>
            <ProgressTabs.Content value="access">
              {platform && step === "token" && (
                <AccessStep form={form} platform={platform} />
              )}
              {platform && flow && step === "consent" && (
                <ConsentStep
                  platform={platform}
                  flow={flow}
                  refusal={refusal}
                />
              )}
            </ProgressTabs.Content>
          </RouteFocusModal.Body>
        </ProgressTabs>
        <ConnectFooter
          step={step}
          platform={platform?.id ?? ""}
          flow={flow?.id}
          isReady={flow?.ready ?? false}
          isBusy={isPending || isGoing}
          onStep={(next) => void goTo(next)}
          onConsent={leave}
        />
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
