import { defineSearchEntity } from "@medusajs/dashboard/lib"

/** The plugin's pages in the search palette, each with its keys. */
const PAGES = [
  { name: "social_post", label: "search.posts", key: "P", to: "posts" },
  {
    name: "social_comment",
    label: "search.comments",
    key: "C",
    to: "comments",
  },
  {
    name: "social_account",
    label: "search.accounts",
    key: "A",
    to: "accounts",
  },
  { name: "social_sync_run", label: "search.runs", key: "L", to: "runs" },
  {
    name: "social_retention",
    label: "search.retention",
    key: "R",
    to: "retention",
  },
]

for (const { name, label, key, to } of PAGES) {
  defineSearchEntity(name, {
    groupLabel: (t) => t("search.group", { ns: "social" }),
    shortcut: {
      keys: { Mac: ["G", "S", key] },
      label: (t) => t(label, { ns: "social" }),
      to: `/social/${to}`,
    },
  })
}
