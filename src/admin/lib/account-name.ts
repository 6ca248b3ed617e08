import type { SocialAccount } from "../types/http"

type Named = Pick<SocialAccount, "id" | "username" | "display_name">

/** What people know an account by. */
export const accountName = (account: Named): string =>
  account.display_name ?? account.username ?? account.id
