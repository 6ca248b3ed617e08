import {
  ArchiveBox,
  ArrowUpRightOnBox,
  ArrowUturnLeft,
  PencilSquare,
  Trash,
} from "@medusajs/icons"
import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import {
  useDeleteSocialPost,
  useUpdateSocialPost,
} from "../../../hooks/api/social-posts"
import { useServerText } from "../../../hooks/use-server-text"
import { isWebAddress } from "../../../lib/is-web-address"
import { platformLook } from "../../../lib/platforms"
import type { SocialPost } from "../../../types/http"
import { usePostTitle } from "./use-post-title"

/** What can be done with a post besides syncing it. */
export function usePostActions(post: SocialPost) {
  const { t } = useTranslation("social")
  const archive = useArchive(post)
  const remove = useRemove(post)
  const { permalink } = post
  return [
    {
      actions: [
        { label: t("actions.edit"), icon: <PencilSquare />, to: "edit" },
        ...(isWebAddress(permalink)
          ? [
              {
                label: t("post.openOn", {
                  platform: platformLook(post.platform).label,
                }),
                icon: <ArrowUpRightOnBox />,
                onClick: () =>
                  window.open(permalink, "_blank", "noopener,noreferrer"),
              },
            ]
          : []),
        archive,
      ],
    },
    {
      actions: [
        { label: t("actions.delete"), icon: <Trash />, onClick: remove },
      ],
    },
  ]
}

function useArchive(post: SocialPost) {
  const { t } = useTranslation("social")
  const text = useServerText()
  const isArchived = post.status === "archived"
  const { mutate, isPending } = useUpdateSocialPost(post.id, {
    onSuccess: () =>
      toast.success(t(isArchived ? "post.unarchived" : "post.archived")),
    onError: ({ message }) =>
      toast.error(t("toasts.failed"), { description: text(message) }),
  })
  const back = post.platform_post_id ? "posted" : "draft"
  return {
    label: t(isArchived ? "post.unarchive" : "post.archive"),
    icon: isArchived ? <ArrowUturnLeft /> : <ArchiveBox />,
    disabled: isPending,
    onClick: () => mutate({ status: isArchived ? back : "archived" }),
  }
}

function useRemove(post: SocialPost) {
  const { t } = useTranslation("social")
  const text = useServerText()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const titleOf = usePostTitle()
  const { mutate } = useDeleteSocialPost(post.id, {
    onSuccess: () => {
      toast.success(t("post.delete.done"))
      navigate("/social/posts", { replace: true })
    },
    onError: ({ message }) =>
      toast.error(t("toasts.failed"), { description: text(message) }),
  })
  return async () => {
    const isSure = await prompt({
      variant: "danger",
      title: t("post.delete.title"),
      description: t("post.delete.description", {
        title: titleOf(post),
        platform: platformLook(post.platform).label,
      }),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (isSure) {
      mutate()
    }
  }
}
