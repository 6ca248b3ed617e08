import { Checkbox, clx, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { SocialConnectionCandidate } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { CandidateSummary } from "./candidate-summary"

interface CandidateRowProps {
  platform: string
  candidate: SocialConnectionCandidate
  isChosen: boolean
  onChoose: (isChosen: boolean) => void
}

/** One account to tick; one with an obstacle says why not, and the remedy. */
export const CandidateRow = ({
  platform,
  candidate,
  isChosen,
  onChoose,
}: CandidateRowProps) => {
  const { t } = useTranslation("social")
  const id = useId()
  const { connected_account_id, obstacle } = candidate
  return (
    <li className="px-6 py-4">
      <label
        htmlFor={id}
        className={clx("flex items-center gap-x-4", {
          "cursor-pointer": !obstacle,
          "cursor-not-allowed opacity-60": obstacle,
        })}
      >
        <Checkbox
          id={id}
          checked={isChosen}
          disabled={obstacle !== null}
          aria-describedby={`${id}-note`}
          onCheckedChange={(checked) => onChoose(checked === true)}
        />
        <CandidateSummary platform={platform} candidate={candidate} />
      </label>
      <Text
        id={`${id}-note`}
        size="small"
        className="text-ui-fg-subtle text-pretty ps-9 pt-2 empty:hidden"
      >
        {obstacle ? (
          <ServerText>{obstacle.message}</ServerText>
        ) : (
          connected_account_id && t("connect.picker.again")
        )}
      </Text>
    </li>
  )
}
