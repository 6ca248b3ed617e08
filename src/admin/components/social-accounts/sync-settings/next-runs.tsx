import { Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSocialSyncSchedule } from "../../../hooks/api/social-sync-schedules"
import { useFormat } from "../../../hooks/use-format"
import { ServerText } from "../../common/server-text"

interface NextRunsProps {
  /** A preset's name or a cron expression. */
  schedule: string
}

/** The next three times a schedule would run, or what is wrong with it. */
export const NextRuns = ({ schedule }: NextRunsProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { schedule: preview, error } = useSocialSyncSchedule(schedule, {
    enabled: schedule !== "",
  })
  if (error) {
    return (
      <Text size="small" role="alert" className="text-ui-fg-error text-pretty">
        <ServerText>{error.message}</ServerText>
      </Text>
    )
  }
  return (
    <div
      aria-live="polite"
      className="bg-ui-bg-subtle flex flex-col gap-y-1 rounded-lg border p-3"
    >
      <Text size="small" leading="compact" weight="plus">
        {t("syncSettings.next.title")}
      </Text>
      {preview ? (
        <ul className="text-ui-fg-subtle txt-small tabular-nums">
          {preview.next_runs.map((time) => (
            <li key={time}>
              <time dateTime={time}>{format.dateTime(time)}</time>
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton className="h-12 w-40" />
      )}
      {preview && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("syncSettings.next.zone", { zone: preview.time_zone })}
        </Text>
      )}
    </div>
  )
}
