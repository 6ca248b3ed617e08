/** What a round of renewals came to: ids of accounts. */
export interface RenewalReport {
  renewed: string[]
  /** Not renewed: tried again in the next round, or a person is needed. */
  failed: string[]
}

/** What replacing the encryption key came to: numbers of accounts. */
export interface ResealReport {
  /** Sealed anew with the current key. */
  resealed: number
  /** Sealed with it before. */
  current: number
  /** Sealed with a key that is not configured. */
  unopenable: number
}
