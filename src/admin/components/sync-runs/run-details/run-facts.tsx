import { SectionRow } from "@medusajs/dashboard/components"
import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { platformLook } from "../../../lib/platforms"
import type { SocialSyncRun } from "../../../types/http"
import { TextLink } from "../../common/text-link"
import { RunDuration } from "../run-duration"

interface RunFactsProps {
  run: SocialSyncRun
  scope: string
  trigger: string
}

/** What a run was, when, and what it cost in calls. */
export const RunFacts = ({ run, scope, trigger }: RunFactsProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("runs.detail.facts")}</Heading>
      </div>
      <SectionRow title={t("runs.fields.trigger")} value={trigger} />
      <SectionRow
        title={t("runs.fields.scope")}
        value={<RunScope run={run} scope={scope} />}
      />
      <SectionRow
        title={t("runs.fields.started")}
        value={format.dateTime(run.started_at)}
      />
      <SectionRow
        title={t("runs.fields.finished")}
        value={
          run.finished_at
            ? format.dateTime(run.finished_at)
            : t("runs.detail.notYet")
        }
      />
      <SectionRow
        title={t("runs.fields.duration")}
        value={<RunDuration run={run} />}
      />
      <SectionRow
        title={t("runs.fields.calls")}
        value={<CallsInWords calls={run.calls} />}
      />
    </Container>
  )
}

/** Leads to the account or the post where a run is about one. */
const RunScope = ({ run, scope }: Pick<RunFactsProps, "run" | "scope">) => {
  const { account_id, post_ids } = run.scope
  const [onlyPost] = post_ids?.length === 1 ? post_ids : []
  const to = onlyPost
    ? `/social/posts/${onlyPost}`
    : account_id && `/social/accounts/${account_id}`
  return to ? <TextLink to={to}>{scope}</TextLink> : <span>{scope}</span>
}

const CallsInWords = ({ calls }: Pick<SocialSyncRun, "calls">) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const made = Object.entries(calls).filter(([, count]) => count > 0)
  return made.length === 0 ? (
    <span>{t("runs.noCalls")}</span>
  ) : (
    <ul className="flex flex-col gap-y-1">
      {made.map(([platform, count]) => (
        <li key={platform} className="tabular-nums">
          {t("runs.detail.calls", {
            calls: format.number(count),
            platform: platformLook(platform).label,
          })}
        </li>
      ))}
    </ul>
  )
}
