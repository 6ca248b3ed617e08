import {
  createDataTableCommandHelper,
  type DataTableCommand,
  toast,
  usePrompt,
} from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useBatchSocialPosts } from "../../../hooks/api/social-posts"
import { useFormat } from "../../../hooks/use-format"
import { useBulkSync } from "../bulk-sync/use-bulk-sync"
import { statusBack } from "./status-back"
import type { ChosenPost } from "./use-chosen-posts"

const { command } = createDataTableCommandHelper()

/** What can be done with all ticked posts together; afterwards none is ticked. */
export function usePostsCommands(
  chosen: readonly ChosenPost[],
  clear: () => void
): DataTableCommand[] {
  const { t } = useTranslation("social")
  const format = useFormat()
  const prompt = usePrompt()
  const bulk = useBulkSync()
  const batch = useBatchSocialPosts({
    onError: ({ message }) =>
      toast.error(t("toasts.failed"), { description: message }),
  })
  const archived = chosen.filter(({ status }) => status === "archived")
  const others = chosen.filter(({ status }) => status !== "archived")
  const counted = (posts: readonly ChosenPost[]) => ({
    count: posts.length,
    posts: format.number(posts.length),
  })

  const archive = async () => {
    if (batch.isPending) {
      return
    }
    const isSure = await prompt({
      variant: "danger",
      title: t("posts.archive.title", counted(others)),
      description: t("posts.archive.description", counted(others)),
      confirmText: t("post.archive"),
      cancelText: t("actions.cancel"),
    })
    if (isSure) {
      batch.mutate(
        { update: others.map(({ id }) => ({ id, status: "archived" })) },
        {
          onSuccess: () => {
            toast.success(t("posts.archive.done", counted(others)))
            clear()
          },
        }
      )
    }
  }
  const unarchive = () => {
    if (!batch.isPending) {
      batch.mutate(
        {
          update: archived.map((post) => ({
            id: post.id,
            status: statusBack(post),
          })),
        },
        {
          onSuccess: () => {
            toast.success(t("posts.unarchive.done", counted(archived)))
            clear()
          },
        }
      )
    }
  }
  const sync = () => {
    // The bar takes a moment to go once nothing is ticked any more.
    if (!bulk.isPending && chosen.length > 0) {
      bulk.start({ post_ids: chosen.map(({ id }) => id) }, clear)
    }
  }

  return [
    command({ label: t("actions.sync"), shortcut: "s", action: sync }),
    ...(others.length > 0
      ? [
          command({
            label: t("post.archive"),
            shortcut: "a",
            action: archive,
          }),
        ]
      : []),
    ...(archived.length > 0
      ? [
          command({
            label: t("post.unarchive"),
            shortcut: "u",
            action: unarchive,
          }),
        ]
      : []),
  ]
}
