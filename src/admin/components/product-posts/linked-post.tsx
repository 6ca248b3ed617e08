import {
  ChatBubble,
  Eye,
  Heart,
  ChartActivity,
  TriangleRightMini,
  XMarkMini,
} from "@medusajs/icons"
import { IconButton, Text, toast, Tooltip } from "@medusajs/ui"
import type { ElementType } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useLinkProductPosts } from "../../hooks/api/social-posts"
import { useFormat } from "../../hooks/use-format"
import { accountName } from "../../lib/account-name"
import { firstKnown } from "../../lib/metrics"
import type { SocialPost } from "../../types/http"
import { MetricValue } from "../common/metric-value"
import { AccountStatusBadge } from "../common/status-badges"
import { PlatformIcon } from "../common/platform-label"
import { PostThumbnail } from "../common/post-thumbnail"

interface LinkedPostProps {
  post: SocialPost
  productId: string
}

/** One post of a product: picture, text, headline numbers, unlink. */
export const LinkedPost = ({ post, productId }: LinkedPostProps) => {
  const { t } = useTranslation("social")
  const { mutate: link, isPending } = useLinkProductPosts(productId, {
    onSuccess: () => toast.success(t("product.unlinked")),
    onError: ({ message }) =>
      toast.error(t("toasts.failed"), { description: message }),
  })
  const seen = firstKnown(post.insights, ["reach", "views", "impressions"])
  const caption = post.caption || t("product.untitled")
  return (
    <li className="flex items-start gap-x-3 px-6 py-4">
      <PostThumbnail post={post} />
      <div className="flex min-w-0 flex-1 flex-col gap-y-1">
        <Link
          to={`/social/posts/${post.id}`}
          className="hover:text-ui-fg-interactive-hover flex min-w-0 items-center gap-x-1"
        >
          <Text
            size="small"
            leading="compact"
            weight="plus"
            className="truncate"
          >
            {caption}
          </Text>
          <TriangleRightMini
            aria-hidden
            className="text-ui-fg-muted shrink-0 rtl:rotate-180"
          />
        </Link>
        <PostOrigin post={post} />
        {post.account.status !== "active" && (
          <AccountStatusBadge status={post.account.status} />
        )}
        <dl className="flex flex-wrap gap-x-3 gap-y-1 pt-1">
          <Figure post={post} metric="likes" Icon={Heart} />
          <Figure post={post} metric="comments" Icon={ChatBubble} />
          <Figure post={post} metric={seen ?? "reach"} Icon={Eye} />
          <Figure post={post} metric="engagement_rate" Icon={ChartActivity} />
        </dl>
      </div>
      <Tooltip content={t("product.unlink")}>
        <IconButton
          size="small"
          variant="transparent"
          disabled={isPending}
          aria-label={`${t("product.unlink")}: ${caption}`}
          onClick={() => link({ remove: [post.id] })}
        >
          <XMarkMini />
        </IconButton>
      </Tooltip>
    </li>
  )
}

/** Where and when a post came out. */
export const PostOrigin = ({ post }: { post: SocialPost }) => {
  const format = useFormat()
  return (
    <span className="text-ui-fg-subtle txt-compact-xsmall flex min-w-0 items-center gap-x-1">
      <PlatformIcon platform={post.platform} />
      <span className="truncate">{accountName(post.account)}</span>
      {post.posted_at && (
        <span className="whitespace-nowrap">
          · {format.date(post.posted_at)}
        </span>
      )}
    </span>
  )
}

interface FigureProps {
  post: SocialPost
  metric: string
  Icon: ElementType
}

const Figure = ({ post, metric, Icon }: FigureProps) => {
  const { t } = useTranslation("social")
  return (
    <div className="txt-compact-xsmall flex items-center gap-x-1">
      <dt className="text-ui-fg-muted" title={t(`metrics.${metric}`)}>
        <Icon aria-hidden className="size-3.5" />
        <span className="sr-only">{t(`metrics.${metric}`)}</span>
      </dt>
      <dd className="text-ui-fg-base">
        <MetricValue post={post} metric={metric} compact />
      </dd>
    </div>
  )
}
