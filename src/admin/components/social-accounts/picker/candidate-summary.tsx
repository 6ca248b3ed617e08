import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialConnectionCandidate } from "../../../types/http"
import { AccountAvatar } from "../account-avatar"
import { AccountName } from "../account-name"
import { useAccountType } from "../account-type"

interface CandidateSummaryProps {
  platform: string
  candidate: SocialConnectionCandidate
}

/** An account as its platform shows it: picture, name, how many follow it. */
export const CandidateSummary = ({
  platform,
  candidate,
}: CandidateSummaryProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const typeInWords = useAccountType()
  const { account_type, followers_count, posts_count } = candidate
  const account = { ...candidate, id: candidate.external_id, platform }
  const facts = [
    account_type && typeInWords(account_type),
    followers_count !== null &&
      t("connect.picker.followers", {
        count: followers_count,
        followers: format.number(followers_count),
      }),
    posts_count !== null &&
      t("accounts.posts", {
        count: posts_count,
        posts: format.number(posts_count),
      }),
  ].filter(Boolean)
  return (
    <span className="flex min-w-0 items-center gap-x-3">
      <AccountAvatar account={account} size="large" />
      <span className="flex min-w-0 flex-col gap-y-0.5">
        <AccountName account={account} />
        {facts.length > 0 && (
          <Text
            as="span"
            size="xsmall"
            leading="compact"
            className="text-ui-fg-subtle"
          >
            {facts.join(" · ")}
          </Text>
        )}
      </span>
    </span>
  )
}
