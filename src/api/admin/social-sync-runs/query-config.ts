export const defaultSocialSyncRunFields = [
  "id",
  "trigger",
  "scope",
  "status",
  "total",
  "success",
  "partial",
  "failed",
  "skipped",
  "calls",
  "problems",
  "started_at",
  "finished_at",
]

export const retrieveSocialSyncRunConfig = {
  defaults: defaultSocialSyncRunFields,
  isList: false,
}

export const listSocialSyncRunConfig = {
  defaults: defaultSocialSyncRunFields,
  defaultLimit: 20,
  isList: true,
}
