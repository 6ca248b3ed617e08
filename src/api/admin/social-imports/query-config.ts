/** All of an import but who works on it and where it stands in the list. */
export const defaultSocialImportFields = [
  "id",
  "account_id",
  "platform",
  "trigger",
  "kind",
  "status",
  "since",
  "limit",
  "pages",
  "found",
  "created",
  "updated",
  "missing",
  "oldest_posted_at",
  "calls",
  "problems",
  "started_at",
  "finished_at",
  "resume_at",
]

/** Whatever `?fields=` asks for: a cursor may hold what only the platform should see. */
const disallowed = ["cursor", "worker", "lease_until"]

export const retrieveSocialImportConfig = {
  defaults: defaultSocialImportFields,
  disallowed,
  isList: false,
}

export const listSocialImportConfig = {
  defaults: defaultSocialImportFields,
  disallowed,
  defaultLimit: 20,
  isList: true,
}
