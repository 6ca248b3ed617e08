/**
 * Event of an import that has ended, with `{ id, import_id, platform, trigger,
 * kind, status, found, created, updated, missing }`: `id` of the account,
 * `status` `success`, `partial` or `failed`, the others as in the import.
 */
export const SocialImportEvents = {
  IMPORTED: "social_account.imported",
} as const
