import { Alert, Button, Container, Heading, Text } from "@medusajs/ui"
import type { FetchError } from "@medusajs/js-sdk"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  type CommentOrder,
  useSocialComments,
} from "../../../hooks/api/social-comments"
import type { PostInsights } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { useSettled } from "../../common/use-settled"
import type { PanelPost } from "../insights/use-panel-post"
import { type Shown, toFilters } from "./comment-filters"
import { CommentThread } from "./comment-thread"
import { CommentsCount } from "./comments-count"
import { CommentsToolbar } from "./comments-toolbar"
import { NoComments } from "./no-comments"

interface CommentsSectionProps {
  post: PanelPost
  insights: PostInsights
}

/** The stored comments of a post with their replies, page after page. */
export const CommentsSection = ({ post, insights }: CommentsSectionProps) => {
  const { t } = useTranslation("social")
  const [order, setOrder] = useState<CommentOrder>("-commented_at")
  const [shown, setShown] = useState<Shown>("all")
  const [search, setSearch] = useState("")
  const filters = toFilters(useSettled(search), shown)
  const isNarrowed = Object.keys(filters).length > 0
  const comments = useSocialComments(post.id, order, filters)
  const { data, error, hasNextPage, isFetchingNextPage, refetch } = comments
  const threads = data?.pages.flatMap((page) => page.comments) ?? []
  const count = data?.pages[0]?.count
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Heading level="h2">{t("post.comments.title")}</Heading>
        {!isNarrowed && Boolean(count) && (
          <CommentsCount
            platform={post.platform}
            insights={insights}
            threads={count ?? 0}
          />
        )}
      </div>
      {(isNarrowed || search !== "" || (count ?? 0) > 0) && (
        <CommentsToolbar
          search={search}
          onSearch={setSearch}
          shown={shown}
          onShow={setShown}
          order={order}
          onOrder={setOrder}
        />
      )}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {count === 0 &&
        (isNarrowed ? (
          <Text size="small" className="text-ui-fg-subtle px-6 py-4">
            {t("comments.noMatch")}
          </Text>
        ) : (
          <NoComments post={post} insights={insights} />
        ))}
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

interface FailedProps {
  error: FetchError
  onRetry: () => void
}

const Failed = ({ error, onRetry }: FailedProps) => {
  const { t } = useTranslation("social")
  return (
    <div className="px-6 py-4">
      <Alert variant="error">
        <div className="flex flex-col items-start gap-y-2">
          <ServerText>{error.message}</ServerText>
          <Button size="small" variant="secondary" onClick={onRetry}>
            {t("actions.tryAgain")}
          </Button>
        </div>
      </Alert>
    </div>
  )
}
