import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  SocialAccountStatus,
  SocialPostStatus,
  SocialSyncRun,
  SocialSyncStatus,
} from "../../types/http"

type Color = "green" | "red" | "orange" | "grey" | "blue"

const POST: Record<SocialPostStatus, Color> = {
  draft: "grey",
  scheduled: "blue",
  posted: "green",
  failed: "red",
  unavailable: "orange",
  archived: "grey",
}

export const PostStatusBadge = ({ status }: { status: SocialPostStatus }) => {
  const { t } = useTranslation("social")
  return (
    <StatusBadge color={POST[status]}>{t(`postStatus.${status}`)}</StatusBadge>
  )
}

const SYNC: Record<SocialSyncStatus, Color> = {
  success: "green",
  partial: "orange",
  failed: "red",
}

export const SyncStatusBadge = ({
  status,
}: {
  status: SocialSyncStatus | null
}) => {
  const { t } = useTranslation("social")
  return (
    <StatusBadge color={status ? SYNC[status] : "grey"}>
      {t(`syncStatus.${status ?? "never"}`)}
    </StatusBadge>
  )
}

const ACCOUNT: Record<SocialAccountStatus, Color> = {
  active: "green",
  needs_reconnect: "red",
  paused: "grey",
  disconnected: "orange",
}

export const AccountStatusBadge = ({
  status,
}: {
  status: SocialAccountStatus
}) => {
  const { t } = useTranslation("social")
  return (
    <StatusBadge color={ACCOUNT[status]}>
      {t(`accountStatus.${status}`)}
    </StatusBadge>
  )
}

const RUN: Record<SocialSyncRun["status"], Color> = {
  running: "blue",
  success: "green",
  partial: "orange",
  failed: "red",
}

export const RunStatusBadge = ({
  status,
}: {
  status: SocialSyncRun["status"]
}) => {
  const { t } = useTranslation("social")
  return (
    <StatusBadge color={RUN[status]}>{t(`runStatus.${status}`)}</StatusBadge>
  )
}
