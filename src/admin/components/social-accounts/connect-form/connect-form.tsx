import { FocusModalHeader } from "../../common/modal-header"
import { KeyboundForm, RouteFocusModal } from "@medusajs/dashboard/components"
import { Alert, Button, ProgressTabs } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSocialPlatforms } from "../../../hooks/api/social-platforms"
import { ServerText } from "../../common/server-text"
import { AccessStep } from "./access-step"
import { PlatformStep } from "./platform-step"
import { useConnect } from "./use-connect"

type Step = "platform" | "access"

/** Connects an account by a pasted token, in two steps. */
export const ConnectForm = () => {
  const { t } = useTranslation("social")
  const [step, setStep] = useState<Step>("platform")
  const { social_platforms: platforms, error } = useSocialPlatforms()
  const { form, submit, isPending } = useConnect()
  const chosen = form.watch("platform")
  const platform = platforms?.find(({ id }) => id === chosen)
  const goTo = async (next: string) => {
    if (next === "platform" || (await form.trigger("platform"))) {
      setStep(next as Step)
    }
  }
  const isLast = step === "access"
  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm
        className="flex h-full flex-col overflow-hidden"
        onSubmit={isLast ? submit : (event) => event?.preventDefault()}
      >
        <ProgressTabs
          value={step}
          onValueChange={goTo}
          className="flex h-full flex-col overflow-hidden"
        >
          <FocusModalHeader>
            <div className="-my-2 w-full max-w-[400px] border-l">
              <ProgressTabs.List className="grid w-full grid-cols-2">
                <ProgressTabs.Trigger
                  value="platform"
                  status={isLast ? "completed" : "in-progress"}
                >
                  {t("fields.platform")}
                </ProgressTabs.Trigger>
                <ProgressTabs.Trigger
                  value="access"
                  status={isLast ? "in-progress" : "not-started"}
                >
                  {t("accounts.form.access")}
                </ProgressTabs.Trigger>
              </ProgressTabs.List>
            </div>
          </FocusModalHeader>
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
              {platform && <AccessStep form={form} platform={platform} />}
            </ProgressTabs.Content>
          </RouteFocusModal.Body>
        </ProgressTabs>
        <RouteFocusModal.Footer>
          <div className="flex items-center justify-end gap-x-2">
            <RouteFocusModal.Close asChild>
              <Button size="small" variant="secondary">
                {t("actions.cancel")}
              </Button>
            </RouteFocusModal.Close>
            {isLast ? (
              <Button
                key="connect"
                size="small"
                type="submit"
                isLoading={isPending}
              >
                {t("accounts.form.connect")}
              </Button>
            ) : (
              <Button
                key="continue"
                size="small"
                type="button"
                onClick={() => void goTo("access")}
              >
                {t("accounts.form.continue")}
              </Button>
            )}
          </div>
        </RouteFocusModal.Footer>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
