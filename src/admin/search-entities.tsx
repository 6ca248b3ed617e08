import { defineSearchEntity } from "@medusajs/dashboard/lib"

/** The plugin's pages in the search palette, each with its keys. */
const PAGES = [
  { name: "social_post", label: "menu.posts", key: "P", to: "/social/posts" },
  {
    name: "social_account",
    label: "menu.accounts",
    key: "A",
    to: "/social/accounts",
  },
  { name: "social_sync_run", label: "menu.runs", key: "L", to: "/social/runs" },
]

for (const { name, label, key, to } of PAGES) {
  defineSearchEntity(name, {
    groupLabel: (t) => t("search.group", { ns: "social" }),
    shortcut: {
      keys: { Mac: ["G", "S", key] },
      label: (t) =>
        t("search.goTo", { ns: "social", page: t(label, { ns: "social" }) }),
      to,
    },
  })
}
