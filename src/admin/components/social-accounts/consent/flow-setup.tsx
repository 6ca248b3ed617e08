import { Copy, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { SocialConnectionFlow, SocialPlatform } from "../../../types/http"
import { RedirectUrl } from "./redirect-url"
import { setupCode } from "./setup-code"

interface FlowSetupProps {
  platform: SocialPlatform
  flow: SocialConnectionFlow
}

/** What is missing before a platform's consent page can be asked, step by step. */
export const FlowSetup = ({ platform, flow }: FlowSetupProps) => {
  const { t } = useTranslation("social")
  const { app_setup } = platform
  return (
    <div className="flex flex-col gap-y-6">
      <ol className="flex flex-col gap-y-6">
        <Step number={1} text={t("connect.setup.app")}>
          {app_setup && <OutsideLink to={app_setup.portal_url} />}
        </Step>
        <Step number={2} text={t("connect.setup.register")}>
          <RedirectUrl />
        </Step>
        <Step
          number={3}
          text={t("connect.setup.options", {
            count: flow.missing_options.length,
            options: flow.missing_options.join(", "),
          })}
        >
          <Code code={setupCode(platform.id, flow.missing_options)} />
        </Step>
        <Step number={4} text={t("connect.setup.restart")} />
      </ol>
      {app_setup && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("connect.setup.guide")}{" "}
          <code className="font-mono text-xs break-all">{app_setup.guide}</code>
        </Text>
      )}
    </div>
  )
}

interface StepProps {
  number: number
  text: string
  children?: ReactNode
}

const Step = ({ number, text, children }: StepProps) => (
  <li className="flex gap-x-3">
    <span
      aria-hidden
      className="bg-ui-bg-component txt-compact-small-plus flex size-6 shrink-0 items-center justify-center rounded-full border tabular-nums"
    >
      {number}
    </span>
    <div className="flex min-w-0 flex-1 flex-col gap-y-2 pt-0.5">
      <Text size="small">{text}</Text>
      {children}
    </div>
  </li>
)

const OutsideLink = ({ to }: { to: string }) => (
  <a
    href={to}
    target="_blank"
    rel="noreferrer"
    className="txt-small decoration-ui-border-strong focus-visible:shadow-borders-focus w-fit break-all rounded-sm underline underline-offset-4 outline-none"
  >
    {to.replace(/^https:../, "")}
  </a>
)

const Code = ({ code }: { code: string }) => {
  const { t } = useTranslation("social")
  return (
    <div className="bg-ui-bg-subtle relative rounded-md border">
      {/* Wide lines are scrolled, by keyboard as well. */}
      <pre tabIndex={0} className="font-mono text-xs overflow-x-auto p-3 pe-10">
        {code}
      </pre>
      <Copy
        content={code}
        variant="mini"
        aria-label={t("connect.setup.copy")}
        className="text-ui-fg-muted bg-ui-bg-subtle absolute end-1.5 top-1.5 rounded p-1.5"
      />
    </div>
  )
}
