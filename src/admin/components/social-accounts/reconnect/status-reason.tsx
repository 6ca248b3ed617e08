import { Alert } from "@medusajs/ui"
import type { SocialAccount } from "../../../types/http"
import { ServerText } from "../../common/server-text"

interface StatusReasonProps {
  account: Pick<SocialAccount, "status" | "status_reason">
}

/** Why an account has to be connected again. */
export const StatusReason = ({ account }: StatusReasonProps) =>
  account.status !== "active" && account.status_reason ? (
    <Alert variant="warning">
      <ServerText>{account.status_reason}</ServerText>
    </Alert>
  ) : null
