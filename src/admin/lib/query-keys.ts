/** The keys of one resource, in the shape the dashboard's own hooks use. */
function queryKeysFactory<TResource extends string>(resource: TResource) {
  const all = [resource] as const
  return {
    all,
    lists: () => [...all, "list"] as const,
    list: (query?: unknown) => [...all, "list", { query }] as const,
    details: () => [...all, "detail"] as const,
    detail: (id: string, query?: unknown) =>
      [...all, "detail", id, { query }] as const,
    /** Everything below one record: `detail`, its comments, its timeline. */
    record: (id: string) => [...all, "detail", id] as const,
    part: (id: string, part: string, query?: unknown) =>
      [...all, "detail", id, part, { query }] as const,
  }
}

export const socialPostKeys = queryKeysFactory("social_posts")
export const socialAccountKeys = queryKeysFactory("social_accounts")
export const socialPlatformKeys = queryKeysFactory("social_platforms")
export const socialSyncRunKeys = queryKeysFactory("social_sync_runs")
export const socialConnectionKeys = queryKeysFactory("social_connections")
export const socialSyncScheduleKeys = queryKeysFactory("social_sync_schedules")
export const socialImportKeys = queryKeysFactory("social_imports")
export const socialCommentKeys = queryKeysFactory("social_comments")
export const socialRetentionKeys = queryKeysFactory("social_retention")
