/** A post as far as it can be the same publication as another one. */
export interface Publication {
  id: string
  caption: string | null
  posted_at: Date
  group_id: string | null
}

const MINUTE = 60 * 1000

/** How alike two posts must be, by what is known of their accounts. */
const LINKED = { apart: 10 * MINUTE, caption: 1 }
/** Two shops that say "Good morning!" at nine are not one. */
const UNLINKED = { apart: 2 * MINUTE, caption: 20 }

/**
 * Pairs the posts of two accounts that are one publication: the same caption
 * within ten minutes where the accounts belong together, else a longer caption
 * within two minutes. The closest in time first, each post once. Pure.
 */
export function pairCrossPosts(
  here: readonly Publication[],
  there: readonly Publication[],
  linked: boolean
): [Publication, Publication][] {
  const { apart, caption } = linked ? LINKED : UNLINKED
  const mayPair = pairableBy(here, there)
  const byCaption = new Map<string, Publication[]>()
  for (const post of there) {
    const text = normalised(post.caption)
    byCaption.set(text, [...(byCaption.get(text) ?? []), post])
  }
  const pairs = here.flatMap((one) => {
    const text = normalised(one.caption)
    const alike = text.length >= caption ? (byCaption.get(text) ?? []) : []
    return alike
      .map((other) => ({ one, other, gap: gapOf(one, other) }))
      .filter(({ other, gap }) => gap <= apart && mayPair(one, other))
  })
  const paired = new Set<string>()
  return pairs
    .sort((a, b) => a.gap - b.gap)
    .flatMap(({ one, other }): [Publication, Publication][] => {
      if (paired.has(one.id) || paired.has(other.id)) {
        return []
      }
      paired.add(one.id).add(other.id)
      return [[one, other]]
    })
}

const gapOf = (one: Publication, other: Publication) =>
  Math.abs(one.posted_at.getTime() - other.posted_at.getTime())

/** A group stays as it is, and has one post of each account. */
function pairableBy(
  here: readonly Publication[],
  there: readonly Publication[]
) {
  const groupsHere = new Set(here.map(({ group_id }) => group_id))
  const groupsThere = new Set(there.map(({ group_id }) => group_id))
  return (one: Publication, other: Publication) =>
    one.group_id
      ? !other.group_id && !groupsThere.has(one.group_id)
      : !other.group_id || !groupsHere.has(other.group_id)
}

/** Platforms differ in blanks, invisible signs and forms of letters. */
function normalised(caption: string | null): string {
  return (caption ?? "")
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{Mn}\uFE0F]/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
}
