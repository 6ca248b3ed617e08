import { Alert, clx, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSocialAccountTimeline } from "../../../hooks/api/social-account-record"
import {
  type DayRange,
  type RangeChoice,
  rangeOf,
  yesterday,
} from "../../../lib/day-range"
import type { SocialAccount } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { FromNow } from "../../common/time"
import { RangePicker } from "../../periods/range-picker"
import { usePeriodWords } from "../../periods/use-period-words"
import { ExportMenu } from "../../exports/export-menu"
import { NumbersBody } from "./numbers-body"

const USUAL = 28

/** The account's own numbers in a span of days. */
export const AccountNumbers = ({ account }: { account: SocialAccount }) => {
  const { t } = useTranslation("social")
  const [choice, setChoice] = useState<RangeChoice>(USUAL)
  const periodWords = usePeriodWords()
  // Whole days only: a day that still runs would look like a fall.
  const range = rangeOf(choice, yesterday()) as DayRange
  const { timeline, error, isPlaceholderData } = useSocialAccountTimeline(
    account.id,
    range
  )
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="flex flex-col gap-y-1">
          <Heading level="h2">{t("numbers.title")}</Heading>
          <Text size="small" leading="compact" className="text-ui-fg-subtle">
            {periodWords(range)}
          </Text>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <RangePicker
            value={choice}
            onChange={setChoice}
            lastDay={yesterday()}
            label={t("numbers.range")}
          />
          <ExportMenu
            kind="account-days"
            query={{ account_id: account.id, ...range }}
          />
        </div>
      </div>
      {account.insights_error && (
        <div className="px-6 py-4">
          <Alert variant="warning">
            <ServerText>{account.insights_error}</ServerText>
          </Alert>
        </div>
      )}
      {error && !timeline && (
        <div className="px-6 py-4">
          <Alert variant="error">
            <ServerText>{error.message}</ServerText>
          </Alert>
        </div>
      )}
      {timeline ? (
        // Those of the last span, until the chosen one is there.
        <div
          aria-busy={isPlaceholderData}
          className={clx("divide-y", { "opacity-50": isPlaceholderData })}
        >
          <NumbersBody platform={account.platform} timeline={timeline} />
        </div>
      ) : (
        !error && <Loading isNew={!account.last_insights_at} />
      )}
      {account.last_insights_at && (
        <Text
          as="div"
          size="xsmall"
          className="text-ui-fg-subtle flex flex-wrap gap-x-1 px-6 py-3"
        >
          {t("numbers.readAt")} <FromNow time={account.last_insights_at} />
        </Text>
      )}
    </Container>
  )
}

/** As high as what comes, so that nothing below moves away from a click. */
const Loading = ({ isNew }: { isNew: boolean }) => (
  <div aria-hidden className="flex flex-col gap-y-4 px-6 py-4">
    {isNew ? (
      <Skeleton className="h-5 w-2/3" />
    ) : (
      <>
        <Skeleton className="h-12 w-full" />
        <Skeleton className="h-40 w-full" />
      </>
    )}
  </div>
)
