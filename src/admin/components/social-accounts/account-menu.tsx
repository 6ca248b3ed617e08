import {
  ArrowPath,
  ArrowUpRightOnBox,
  CogSixTooth,
  EllipsisHorizontal,
  Key,
  Pause,
  PlaySolid,
  Trash,
} from "@medusajs/icons"
import { ActionMenu, type ActionGroup } from "@medusajs/dashboard/components"
import { IconButton } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { accountName } from "../../lib/account-name"
import type { SocialAccount } from "../../types/http"
import { RemoveAccountPrompt } from "./removal/remove-account-prompt"
import { useAccountActions } from "./use-account-actions"

interface AccountMenuProps {
  account: SocialAccount
  /** In a list, with a way to the account and to a sync. */
  isRow?: boolean
  onDeleted?: () => void
}

/** Everything that can be done with an account. */
export const AccountMenu = ({
  account,
  isRow = false,
  onDeleted,
}: AccountMenuProps) => {
  const { t } = useTranslation("social")
  const [isRemoving, setIsRemoving] = useState(false)
  const actions = useAccountActions(account)
  const { id, status } = account
  const groups: ActionGroup[] = [
    {
      actions: isRow
        ? [
            {
              icon: <ArrowUpRightOnBox />,
              label: t("actions.open"),
              to: `/social/accounts/${id}`,
            },
            {
              icon: <ArrowPath />,
              label: t("actions.syncNow"),
              onClick: actions.sync,
              disabled: !actions.canSync,
              disabledTooltip: actions.noSyncReason,
            },
          ]
        : [],
    },
    {
      actions: [
        ...(status === "active"
          ? [
              {
                icon: <Pause />,
                label: t("accounts.pause"),
                onClick: actions.pause,
                disabled: actions.isPending,
              },
            ]
          : []),
        ...(status === "paused"
          ? [
              {
                icon: <PlaySolid />,
                label: t("accounts.resume"),
                onClick: actions.resume,
                disabled: actions.isPending,
              },
            ]
          : []),
        {
          icon: <Key />,
          label: t("actions.reconnect"),
          to: `/social/accounts/${id}/reconnect`,
        },
        {
          icon: <CogSixTooth />,
          label: t("syncSettings.action"),
          to: `/social/accounts/${id}/settings`,
        },
      ],
    },
    {
      actions: [
        {
          icon: <Trash />,
          label: t("accounts.remove.action"),
          onClick: () => setIsRemoving(true),
        },
      ],
    },
  ].filter((group) => group.actions.length > 0)
  return (
    // A click in the menu or the prompt is none on the row behind it.
    <div onClick={(event) => event.stopPropagation()}>
      <ActionMenu groups={groups}>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("accounts.menu", { account: accountName(account) })}
        >
          <EllipsisHorizontal />
        </IconButton>
      </ActionMenu>
      <RemoveAccountPrompt
        account={account}
        open={isRemoving}
        onOpenChange={setIsRemoving}
        onDeleted={onDeleted}
      />
    </div>
  )
}
