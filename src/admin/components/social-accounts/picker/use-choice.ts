import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useChooseSocialAccounts } from "../../../hooks/api/social-connections"
import { useServerText } from "../../../hooks/use-server-text"
import { accountName } from "../../../lib/account-name"
import type {
  ChooseAccountsAnswer,
  SocialConnection,
} from "../../../types/http"
import { isReconnect, suggested } from "./picker-state"

/** What is ticked, and the way on from there. */
export function useChoice(connection: SocialConnection) {
  const { t } = useTranslation("social")
  const text = useServerText()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState(() => suggested(connection))
  const [error, setError] = useState<string | null>(null)
  const isReconnecting = isReconnect(connection, chosen)

  const goOn = (answer: ChooseAccountsAnswer) => {
    const [account] = answer.social_accounts
    if (account && isReconnecting && answer.failed.length === 0) {
      toast.success(
        t("accounts.reconnected", { account: accountName(account) })
      )
      navigate(`/social/accounts/${account.id}`, { replace: true })
      return
    }
    const { candidates } = connection
    navigate("/social/accounts/connected", {
      replace: true,
      state: { connected: { ...answer, candidates } },
    })
  }
  const { mutate, isPending } = useChooseSocialAccounts(connection.id, {
    onSuccess: goOn,
    onError: ({ message }) => setError(text(message)),
  })

  const choose = (id: string, isChosen: boolean) => {
    setError(null)
    setChosen((ids) =>
      isChosen ? [...ids, id] : ids.filter((other) => other !== id)
    )
  }
  const submit = () => {
    if (chosen.length === 0) {
      setError(t("connect.picker.chooseOne"))
      return
    }
    setError(null)
    mutate(chosen)
  }
  return { chosen, choose, submit, error, isPending, isReconnecting }
}
