import { Alert, Button, Container, Heading, Select, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSocialComments } from "../../../hooks/api/social-posts"
import type { PostInsights } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import type { PanelPost } from "../insights/use-panel-post"
import { CommentThread } from "./comment-thread"
import { CommentsCount } from "./comments-count"
import { NoComments } from "./no-comments"

type Order = Parameters<typeof useSocialComments>[1]

interface CommentsSectionProps {
  post: PanelPost
  insights: PostInsights
}

/** The stored comments of a post with their replies, page after page. */
export const CommentsSection = ({ post, insights }: CommentsSectionProps) => {
  const { t } = useTranslation("social")
  const [order, setOrder] = useState<Order>("-commented_at")
  const comments = useSocialComments(post.id, order)
  const { data, error, hasNextPage, isFetchingNextPage, refetch } = comments
  const threads = data?.pages.flatMap((page) => page.comments) ?? []
  const count = data?.pages[0]?.count
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div className="flex flex-col gap-y-1">
          <Heading level="h2">{t("post.comments.title")}</Heading>
          {Boolean(count) && (
            <CommentsCount
              platform={post.platform}
              insights={insights}
              threads={count ?? 0}
            />
          )}
        </div>
        {(count ?? 0) > 1 && <OrderSelect value={order} onChange={setOrder} />}
      </div>
      {error && (
        <div className="px-6 py-4">
          <Alert variant="error">
            <div className="flex flex-col items-start gap-y-2">
              <ServerText>{error.message}</ServerText>
              <Button
                size="small"
                variant="secondary"
                onClick={() => void refetch()}
              >
                {t("actions.tryAgain")}
              </Button>
            </div>
          </Alert>
        </div>
      )}
      {count === 0 && <NoComments post={post} insights={insights} />}
      {threads.length > 0 && (
        <ul className="divide-y">
          {threads.map((thread) => (
            <CommentThread key={thread.id} thread={thread} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <div className="flex items-center justify-between gap-x-4 px-6 py-4">
          <Text size="small" leading="compact" className="text-ui-fg-subtle">
            {t("post.comments.shown", { shown: threads.length, count })}
          </Text>
          <Button
            size="small"
            variant="secondary"
            isLoading={isFetchingNextPage}
            onClick={() => void comments.fetchNextPage()}
          >
            {t("actions.showMore")}
          </Button>
        </div>
      )}
    </Container>
  )
}

interface OrderSelectProps {
  value: Order
  onChange: (order: Order) => void
}

const OrderSelect = ({ value, onChange }: OrderSelectProps) => {
  const { t } = useTranslation("social")
  return (
    <div className="w-36 shrink-0">
      <Select
        size="small"
        value={value}
        onValueChange={(order) => onChange(order as Order)}
      >
        <Select.Trigger aria-label={t("post.comments.order")}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          <Select.Item value="-commented_at">
            {t("post.comments.newest")}
          </Select.Item>
          <Select.Item value="commented_at">
            {t("post.comments.oldest")}
          </Select.Item>
        </Select.Content>
      </Select>
    </div>
  )
}
