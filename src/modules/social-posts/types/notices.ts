/** Something merchants have to be told about an account. */
export interface AccountNotice {
  account_id: string
  platform: string
  /**
   * `needs_reconnect`: nothing is synced any more. `reconnect_due`: it will
   * come to that on `reconnect_by`.
   */
  kind: "needs_reconnect" | "reconnect_due"
  /** Kind and date; sent once. */
  notice: string
  title: string
  description: string
  /** Why; `null` when it is simply the end of the token. */
  reason: string | null
  /** UTC ISO 8601; `null` when no date is known. */
  reconnect_by: string | null
}
