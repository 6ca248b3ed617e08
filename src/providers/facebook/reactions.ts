/** Facebook's names for two reactions, and what they are called everywhere. */
const NAMES: Readonly<Record<string, string>> = { sorry: "sad", anger: "angry" }

/** Types that are 0 when the answer leaves them out; care is part of like. */
const TYPES = ["like", "love", "wow", "haha", "sad", "angry"] as const

/**
 * Reactions by type, zero types included, with `total`.
 *
 * @param parts `post_reactions_by_type_total`, which leaves zero types out
 * @param total of the object, where known; it also counts what the map misses
 */
export function mapReactions(
  parts: Record<string, number>,
  total: number | null
): Record<string, number> {
  const reactions: Record<string, number> = Object.fromEntries(
    TYPES.map((type) => [type, 0])
  )
  for (const [key, count] of Object.entries(parts)) {
    const name = key.toLowerCase()
    const type = NAMES[name] ?? name
    reactions[type] = (reactions[type] ?? 0) + count
  }
  const sum = Object.values(reactions).reduce((all, count) => all + count, 0)
  return { ...reactions, total: total ?? sum }
}
