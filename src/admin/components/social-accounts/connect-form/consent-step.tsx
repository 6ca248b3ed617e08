import { Alert, Heading, Text } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { consentPlatform } from "../../../lib/platforms"
import type { SocialConnectionFlow, SocialPlatform } from "../../../types/http"
import { ConsentQuestion } from "../consent/consent-question"
import { FlowSetup } from "../consent/flow-setup"
import { RedirectNote } from "../consent/redirect-note"
import { usePlatformTexts } from "../use-platform-texts"

interface ConsentStepProps {
  platform: SocialPlatform
  flow: SocialConnectionFlow
  refusal: string | null
}

/** Second step: what the platform will ask, or what is missing for it to ask. */
export const ConsentStep = ({ platform, flow, refusal }: ConsentStepProps) => {
  const { t } = useTranslation("social")
  const texts = usePlatformTexts(platform)
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const asked = { platform: consentPlatform(platform.id, flow.id) }
  const name = { platform: platform.label }
  return (
    <div className="mx-auto flex w-full max-w-[720px] flex-col gap-y-8 px-4 py-8 md:py-16">
      <div className="flex flex-col gap-y-1">
        {/* The button that led here is gone: reading goes on from the top. */}
        <div ref={heading} tabIndex={-1} className="w-fit outline-none">
          <Heading level="h1">
            {flow.ready
              ? t("connect.ask.title", asked)
              : t("connect.setup.title", name)}
          </Heading>
        </div>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {flow.ready
            ? t("connect.ask.intro", asked)
            : t("connect.setup.intro", name)}
        </Text>
      </div>
      {refusal && (
        <Alert role="alert" variant="error">
          {refusal}
        </Alert>
      )}
      {!flow.ready && (
        <>
          <FlowSetup platform={platform} flow={flow} />
          <Heading level="h2">{t("connect.ask.title", asked)}</Heading>
        </>
      )}
      <ConsentQuestion platform={platform} flow={flow} />
      <div className="flex flex-col gap-y-1">
        <Heading level="h2">{t("connect.ask.need")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {texts.flowHelp(flow)}
        </Text>
      </div>
      {flow.ready && <RedirectNote {...asked} />}
    </div>
  )
}
