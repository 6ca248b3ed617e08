export interface LinkChanges {
  add: string[]
  remove: string[]
}

/** What has to be linked and unlinked; `null` when nothing has. */
export function linkChanges(
  before: readonly string[],
  after: ReadonlySet<string>
): LinkChanges | null {
  const add = [...after].filter((id) => !before.includes(id))
  const remove = before.filter((id) => !after.has(id))
  return add.length || remove.length ? { add, remove } : null
}
