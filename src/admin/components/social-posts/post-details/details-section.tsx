import { ArrowUpRightOnBox } from "@medusajs/icons"
import { SectionRow } from "@medusajs/dashboard/components"
import { Container, Copy, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { isWebAddress } from "../../../lib/is-web-address"
import { platformLook } from "../../../lib/platforms"
import type { SocialPost } from "../../../types/http"
import { PostStatusBadge } from "../../common/status-badges"
import { LongText } from "../comments/long-text"
import { AccountLink } from "./account-link"
import { StoryBadge } from "../stories/story-badge"
import { PostMedia } from "./post-media"
import { SiblingPosts } from "./sibling-posts"
import { usePostType } from "./use-post-type"

/** The post itself: what it shows, where it is, and where it comes from. */
export const DetailsSection = ({ post }: { post: SocialPost }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const typeOf = usePostType()
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("post.details.title")}</Heading>
        {isWebAddress(post.permalink) && (
          <a
            href={post.permalink}
            target="_blank"
            rel="noreferrer"
            className="text-ui-fg-base hover:text-ui-fg-subtle transition-fg txt-compact-small focus-visible:shadow-borders-focus decoration-ui-border-strong flex items-center gap-x-1 rounded-sm underline underline-offset-4 outline-none"
          >
            {t("post.openOn", { platform: platformLook(post.platform).label })}
            <ArrowUpRightOnBox aria-hidden />
          </a>
        )}
      </div>
      <PostMedia post={post} />
      <div className="px-6 py-4">
        {post.caption?.trim() ? (
          <LongText text={post.caption} />
        ) : (
          <Text size="small" className="text-ui-fg-subtle">
            {t("post.details.noCaption")}
          </Text>
        )}
      </div>
      <SectionRow
        title={t("fields.account")}
        value={<AccountLink account={post.account} />}
      />
      <SectionRow
        title={t("fields.status")}
        value={<PostStatusBadge status={post.status} />}
      />
      <SectionRow
        title={t("fields.postedAt")}
        value={post.posted_at ? format.dateTime(post.posted_at) : t("unknown")}
      />
      <SectionRow title={t("fields.type")} value={typeOf(post)} />
      {post.expires_at && (
        <SectionRow
          title={t("stories.end")}
          value={<StoryBadge post={post} />}
        />
      )}
      <SectionRow
        title={t("post.details.origin")}
        value={t(`post.origins.${post.origin}`)}
      />
      <IdRow title={t("post.details.platformId")} id={post.platform_post_id} />
      {post.group_id && (
        <SiblingPosts post={{ id: post.id, group_id: post.group_id }} />
      )}
    </Container>
  )
}

const IdRow = ({ title, id }: { title: string; id: string | null }) => {
  const { t } = useTranslation("social")
  return (
    <SectionRow
      title={title}
      value={
        id ? (
          <span className="flex min-w-0 items-center gap-x-1.5">
            <span className="min-w-0 break-all">{id}</span>
            <Copy
              content={id}
              variant="mini"
              aria-label={t("post.details.copy", { what: title })}
              className="text-ui-fg-muted"
            />
          </span>
        ) : (
          t("post.details.noId")
        )
      }
    />
  )
}
