import { XMark } from "@medusajs/icons"
import { Button, Heading, IconButton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../../hooks/use-format"
import type { SocialSyncRun } from "../../../types/http"
import { RunStatusBadge } from "../../common/status-badges"
import { useRunWords } from "../../sync-runs/use-run-words"
import { headlineOf } from "./headline-of"

interface BulkSyncHeaderProps {
  run: SocialSyncRun
  onPutAway: () => void
}

/** What is being synced or has been, with the way to its page in the log. */
export const BulkSyncHeader = ({ run, onPutAway }: BulkSyncHeaderProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const words = useRunWords()
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
      <div className="flex min-w-0 flex-col">
        {/* Read out when it begins and when it has ended. */}
        <div role="status">
          <Heading level="h2">
            {t(`posts.run.${headlineOf(run)}`, {
              count: run.total,
              synced: format.number(run.success),
              total: format.number(run.total),
            })}
          </Heading>
        </div>
        <Text size="small" className="text-ui-fg-subtle">
          {words.scope(run)}
        </Text>
      </div>
      <div className="flex items-center gap-x-2">
        <RunStatusBadge status={run.status} />
        <Button size="small" variant="secondary" asChild>
          <Link to={`/social/runs/${run.id}`}>{t("posts.run.details")}</Link>
        </Button>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("posts.run.putAway")}
          onClick={onPutAway}
        >
          <XMark />
        </IconButton>
      </div>
    </div>
  )
}
