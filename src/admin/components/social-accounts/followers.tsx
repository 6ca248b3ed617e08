import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { platformLook } from "../../lib/platforms"
import type { SocialAccount } from "../../types/http"
import { Unknown } from "../common/metric-value"

interface FollowersProps {
  account: Pick<SocialAccount, "platform" | "followers_count">
  compact?: boolean
}

/** How many follow an account; "–" with its reason where nobody said. */
export const Followers = ({ account, compact }: FollowersProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { followers_count: count, platform } = account
  // A server that is older than this page does not send it at all.
  if (count === null || count === undefined) {
    return (
      <Unknown
        reason={t("accounts.followersUnknown", {
          platform: platformLook(platform).label,
        })}
      />
    )
  }
  const whole = format.number(count)
  const short = compact ? format.compact(count) : whole
  return short === whole ? (
    <span className="tabular-nums">{whole}</span>
  ) : (
    <Tooltip content={whole}>
      <span className="tabular-nums">{short}</span>
    </Tooltip>
  )
}
