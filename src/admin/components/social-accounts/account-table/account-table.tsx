import { DataTable } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSocialAccounts } from "../../../hooks/api/social-accounts"
import { NoAccounts } from "./no-accounts"
import { useAccountTableColumns } from "./use-account-table-columns"
import { useAccountTableFilters } from "./use-account-table-filters"
import { useAccountTableQuery } from "./use-account-table-query"

const PAGE_SIZE = 20
/** Syncs go on in the background: what they change comes by itself. */
const REFRESH_EVERY = 30_000

/** All connected accounts and how they are. */
export const AccountTable = () => {
  const { t } = useTranslation("social")
  const query = useAccountTableQuery(PAGE_SIZE)
  const { social_accounts, count, isPending } = useSocialAccounts(query, {
    refetchInterval: REFRESH_EVERY,
  })
  const columns = useAccountTableColumns()
  const filters = useAccountTableFilters()
  return (
    // On a phone the search makes room, not what the buttons say.
    <Container className="p-0 [&_a]:shrink-0 [&_button]:shrink-0">
      <DataTable
        data={social_accounts}
        columns={columns}
        filters={filters}
        getRowId={({ id }) => id}
        rowHref={({ id }) => `/social/accounts/${id}`}
        rowCount={count}
        pageSize={PAGE_SIZE}
        isLoading={isPending}
        heading={t("accounts.title")}
        action={{ label: t("accounts.connectShort"), to: "create" }}
        emptyState={{
          empty: { custom: <NoAccounts /> },
          filtered: {
            heading: t("accounts.noResults"),
            description: t("accounts.noResultsHint"),
          },
        }}
      />
    </Container>
  )
}
