import { createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { platformLook } from "../../../lib/platforms"
import type { SocialAccount } from "../../../types/http"
import { FromNow } from "../../common/time"
import { AccountAvatar } from "../account-avatar"
import { AccountMenu } from "../account-menu"
import { AccountName } from "../account-name"
import { AccountStatus } from "../account-status"
import { useAccountType } from "../account-type"
import { Followers } from "../followers"
import { PostsOfAccount } from "../posts-of-account"
import { ReconnectBy } from "../reconnect-by"

const helper = createDataTableColumnHelper<SocialAccount>()

export function useAccountTableColumns() {
  const { t } = useTranslation("social")
  const typeInWords = useAccountType()
  return useMemo(
    () => [
      helper.accessor("display_name", {
        header: t("fields.account"),
        enableSorting: true,
        sortLabel: t("fields.account"),
        truncateTooltip: false,
        minSize: 220,
        cell: ({ row }) => (
          <div className="flex items-center gap-x-3 py-2">
            <AccountAvatar account={row.original} />
            <AccountName account={row.original} />
          </div>
        ),
      }),
      helper.accessor("platform", {
        header: t("fields.platform"),
        enableSorting: true,
        sortLabel: t("fields.platform"),
        truncateTooltip: false,
        minSize: 120,
        cell: ({ row: { original } }) => (
          <div className="flex flex-col">
            <Text as="span" size="small" leading="compact">
              {platformLook(original.platform).label}
            </Text>
            {original.account_type && (
              <Text
                as="span"
                size="xsmall"
                leading="compact"
                className="text-ui-fg-subtle"
              >
                {typeInWords(original.account_type)}
              </Text>
            )}
          </div>
        ),
      }),
      helper.accessor("followers_count", {
        header: t("fields.followers"),
        align: "right",
        truncateTooltip: false,
        minSize: 96,
        cell: ({ row }) => <Followers account={row.original} compact />,
      }),
      helper.accessor("posts_count", {
        header: t("menu.posts"),
        align: "right",
        truncateTooltip: false,
        minSize: 120,
        cell: ({ row }) => <PostsOfAccount account={row.original} />,
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        enableSorting: true,
        sortLabel: t("fields.status"),
        truncateTooltip: false,
        minSize: 150,
        cell: ({ row }) => <AccountStatus account={row.original} />,
      }),
      helper.accessor("last_synced_at", {
        header: t("fields.lastSync"),
        enableSorting: true,
        sortLabel: t("fields.lastSync"),
        truncateTooltip: false,
        minSize: 110,
        cell: ({ getValue }) => <FromNow time={getValue()} />,
      }),
      helper.accessor("reconnect_by", {
        header: t("accounts.token.title"),
        truncateTooltip: false,
        minSize: 110,
        cell: ({ row }) => <ReconnectBy account={row.original} />,
      }),
      helper.display({
        id: "action",
        header: () => <span className="sr-only">{t("actions.more")}</span>,
        cell: ({ row }) => <AccountMenu account={row.original} isRow />,
      }),
    ],
    [t, typeInWords]
  )
}
