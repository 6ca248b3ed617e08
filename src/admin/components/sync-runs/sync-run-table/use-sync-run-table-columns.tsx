import { createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialSyncRun } from "../../../types/http"
import { RunStatusBadge } from "../../common/status-badges"
import { RunCalls } from "../run-calls"
import { RunCounts } from "../run-counts"
import { RunDuration } from "../run-duration"
import { RunLink } from "../run-link"
import { RunProblems } from "../run-problems"
import { useRunWords } from "../use-run-words"

const helper = createDataTableColumnHelper<SocialSyncRun>()

export function useSyncRunTableColumns() {
  const { t } = useTranslation("social")
  const format = useFormat()
  const words = useRunWords()
  return useMemo(
    () => [
      helper.accessor("started_at", {
        header: t("runs.fields.started"),
        enableSorting: true,
        sortLabel: t("runs.fields.started"),
        truncateTooltip: false,
        minSize: 150,
        cell: ({ row: { original } }) => (
          <TwoLines
            first={<RunLink run={original} />}
            second={format.dateTime(original.started_at)}
          />
        ),
      }),
      helper.accessor("scope", {
        header: t("runs.fields.scope"),
        truncateTooltip: false,
        minSize: 170,
        cell: ({ row: { original } }) => (
          <TwoLines
            first={words.scope(original)}
            second={words.trigger(original.trigger)}
          />
        ),
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        truncateTooltip: false,
        minSize: 130,
        cell: ({ getValue }) => <RunStatusBadge status={getValue()} />,
      }),
      helper.accessor("total", {
        header: t("menu.posts"),
        enableSorting: true,
        sortLabel: t("menu.posts"),
        truncateTooltip: false,
        minSize: 120,
        cell: ({ row }) => <RunCounts run={row.original} />,
      }),
      helper.accessor("failed", {
        header: t("runs.fields.problems"),
        enableSorting: true,
        sortLabel: t("runs.fields.problems"),
        truncateTooltip: false,
        minSize: 110,
        cell: ({ row }) => <RunProblems run={row.original} />,
      }),
      helper.accessor("calls", {
        header: t("runs.fields.calls"),
        truncateTooltip: false,
        minSize: 200,
        cell: ({ row }) => <RunCalls run={row.original} />,
      }),
      helper.accessor("finished_at", {
        header: t("runs.fields.duration"),
        truncateTooltip: false,
        minSize: 100,
        cell: ({ row }) => <RunDuration run={row.original} />,
      }),
    ],
    [t, format, words]
  )
}

interface TwoLinesProps {
  first: React.ReactNode
  second: string
}

const TwoLines = ({ first, second }: TwoLinesProps) => (
  <span className="flex min-w-0 flex-col py-2">
    <Text as="span" size="small" leading="compact" className="truncate">
      {first}
    </Text>
    <Text
      as="span"
      size="xsmall"
      leading="compact"
      className="text-ui-fg-subtle truncate"
    >
      {second}
    </Text>
  </span>
)
