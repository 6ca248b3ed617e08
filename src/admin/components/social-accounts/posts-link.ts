/** The list of posts, with only those of one account. */
export function postsOf(
  accountId: string,
  { problems = false }: { problems?: boolean } = {}
): string {
  // The dashboard's tables keep their filters as JSON.
  const filters = new URLSearchParams({
    account_id: JSON.stringify([accountId]),
    ...(problems && { has_problems: JSON.stringify("true") }),
  })
  return `/social/posts?${filters}`
}
