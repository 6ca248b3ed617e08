import { clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { useNow } from "../../../hooks/use-now"
import type { SocialImport } from "../../../types/http"
import { percentOf } from "./import-progress"

/** How far an import is, as a bar and in words. */
export const ImportBar = ({ running }: { running: SocialImport }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const now = useNow()
  const percent = percentOf(running)
  const { progress, resume_at } = running
  const isWaiting = resume_at && new Date(resume_at).getTime() > now
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <Text size="small" leading="compact" weight="plus">
        {t("imports.running")}
      </Text>
      <div
        role="progressbar"
        aria-label={t("imports.progress")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full"
      >
        <div
          className={clx(
            "bg-ui-bg-interactive h-full rounded-full transition-[width] duration-500",
            { "w-1/3 animate-pulse": percent === null }
          )}
          style={percent === null ? undefined : { width: `${percent}%` }}
        />
      </div>
      <Text
        size="xsmall"
        aria-live="polite"
        className="text-ui-fg-subtle tabular-nums"
      >
        {t(progress.oldest_posted_at ? "imports.foundUntil" : "imports.found", {
          count: progress.posts,
          posts: format.number(progress.posts),
          date: format.date(progress.oldest_posted_at ?? running.started_at),
        })}
        {isWaiting &&
          ` ${t("imports.waiting", { time: format.dateTime(resume_at) })}`}
      </Text>
    </div>
  )
}
