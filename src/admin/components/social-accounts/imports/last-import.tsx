import { Alert, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialImport } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { RunStatusBadge } from "../../common/status-badges"
import { FromNow } from "../../common/time"
import { RunDuration } from "../../sync-runs/run-duration"

const FIGURES = ["found", "created", "updated", "missing", "calls"] as const
/** The first problems say what there is to know. */
const PROBLEMS = 3

/** How the last import went: when, its numbers, its problems. */
export const LastImport = ({ last }: { last: SocialImport }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const more = last.problems.length - PROBLEMS
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {t("imports.last")}
        </Text>
        <RunStatusBadge status={last.status} />
        <Text
          as="span"
          size="small"
          leading="compact"
          className="text-ui-fg-subtle flex gap-x-1"
        >
          <FromNow time={last.started_at} />·
          <span>{t(`imports.trigger.${last.trigger}`)}</span>·
          <RunDuration run={last} />
        </Text>
      </div>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
        {FIGURES.map((name) => (
          <div key={name} className="flex flex-col gap-y-1">
            <dt className="text-ui-fg-subtle txt-compact-small">
              {t(`imports.figures.${name}`)}
            </dt>
            <dd className="txt-large-plus tabular-nums">
              {format.number(last[name])}
            </dd>
          </div>
        ))}
      </dl>
      {last.problems.length > 0 && (
        <Alert variant={last.status === "failed" ? "error" : "warning"}>
          <ul className="flex flex-col gap-y-1">
            {last.problems.slice(0, PROBLEMS).map(({ message }, index) => (
              <li key={index} className="break-words">
                <ServerText>{message}</ServerText>
              </li>
            ))}
            {more > 0 && (
              <li>
                {t("imports.moreProblems", {
                  count: more,
                  number: format.number(more),
                })}
              </li>
            )}
          </ul>
        </Alert>
      )}
    </div>
  )
}
