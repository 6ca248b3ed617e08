import { SandboxEnvironment } from "../core/types"
import { FacebookPage, has } from "../facebook/model"
import { FacebookWorld } from "../facebook/world"
import { personId } from "../instagram/seed"
import { InstagramWorld } from "../instagram/world"
import { Person } from "./oauth/people"

const NAMES = ["Mara Lindner", "Jonas Weiss", "Lea Brandt"]

function noteOf(pages: FacebookPage[]): string {
  if (!pages.length) {
    return "Manages no Page"
  }
  const names = pages.map(({ name }) => name).join(", ")
  const linked = pages.some(({ instagram_id }) => instagram_id)
  return `Manages ${names}${linked ? "" : ", without an Instagram account"}`
}

/**
 * Who may log in on Facebook: the owners of the demo Pages, of Pages without an
 * Instagram account, and someone without any Page. A portfolio has a system
 * user; all Pages of its owner are taken to be assigned to it.
 */
export function facebookPeople(
  { seed }: SandboxEnvironment,
  fb: FacebookWorld
): Person[] {
  const owners = fb
    .pages()
    .filter((page) => page.demo || has(page, "no_instagram"))
    .map(({ user_id }) => user_id)
  const ids = [...new Set([...owners, personId(seed, "without-pages")])]
  return ids.map((id, i) => {
    const pages = fb.pages().filter(({ user_id }) => user_id === id)
    return {
      id,
      user_id: id,
      label: NAMES[i % NAMES.length] ?? id,
      note: noteOf(pages),
      page_ids: pages.map((page) => page.id),
      ig_ids: pages.flatMap(({ instagram_id }) => instagram_id ?? []),
      ...(pages.some(({ portfolio }) => portfolio)
        ? { system_user_id: personId(seed, `system-${id}`) }
        : {}),
    }
  })
}

/** Who may log in on Instagram: the accounts themselves, a personal one too. */
export function instagramPeople(ig: InstagramWorld): Person[] {
  return ig.ofLogin("instagram").map((account) => ({
    id: account.id,
    user_id: account.user_id,
    label: `@${account.username}`,
    note: `${account.type.replace("_", " ")} account`,
    page_ids: [],
    ig_ids: [account.id],
    app_scoped_id: account.app_scoped_id,
  }))
}
