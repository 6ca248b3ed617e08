import { Alert, Button, Checkbox, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useSocialPosts } from "../../hooks/api/social-posts"
import { throwWithoutSession } from "../../lib/queries"
import type { SocialPost } from "../../types/http"
import { PostThumbnail } from "../common/post-thumbnail"
import { PostOrigin } from "./linked-post"

const PAGE = 20
/** The longest page the route gives; beyond it one searches. */
const LONGEST = 1000
const FIELDS =
  "id,platform,caption,media,posted_at,account.id,account.username,account.display_name"

interface PostPickerProps {
  q?: string
  chosen: ReadonlySet<string>
  onChange: (chosen: Set<string>) => void
}

/** Posts to tick, newest first, page after page. */
export const PostPicker = ({ q, chosen, onChange }: PostPickerProps) => {
  const { t } = useTranslation("social")
  const [limit, setLimit] = useState(PAGE)
  const { social_posts, count, error } = useSocialPosts(
    { q: q || undefined, fields: FIELDS, limit, order: "-posted_at" },
    { throwOnError: throwWithoutSession }
  )
  if (error) {
    return <Alert variant="error">{error.message}</Alert>
  }
  if (!social_posts) {
    return null
  }
  if (social_posts.length === 0) {
    return <NothingFound hasSearch={Boolean(q)} />
  }
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) {
      next.add(id)
    } else {
      next.delete(id)
    }
    onChange(next)
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-y-2 overflow-y-auto">
      <ul className="flex flex-col gap-y-1">
        {social_posts.map((post) => (
          <PickablePost
            key={post.id}
            post={post}
            isChosen={chosen.has(post.id)}
            onToggle={(isChosen) => toggle(post.id, isChosen)}
          />
        ))}
      </ul>
      <div className="flex items-center justify-between pt-2">
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("product.drawer.shown", { shown: social_posts.length, count })}
        </Text>
        {social_posts.length < Math.min(count ?? 0, LONGEST) && (
          <Button
            size="small"
            variant="transparent"
            onClick={() => setLimit(Math.min(limit + PAGE, LONGEST))}
          >
            {t("actions.showMore")}
          </Button>
        )}
      </div>
    </div>
  )
}

interface PickablePostProps {
  post: SocialPost
  isChosen: boolean
  onToggle: (isChosen: boolean) => void
}

const PickablePost = ({ post, isChosen, onToggle }: PickablePostProps) => {
  const { t } = useTranslation("social")
  const id = `link-${post.id}`
  return (
    <li className="hover:bg-ui-bg-subtle-hover flex items-center gap-x-3 rounded-md px-2 py-1.5">
      <Checkbox
        id={id}
        checked={isChosen}
        onCheckedChange={(checked) => onToggle(checked === true)}
      />
      <label
        htmlFor={id}
        className="flex min-w-0 flex-1 cursor-pointer items-center gap-x-3"
      >
        <PostThumbnail post={post} />
        <span className="flex min-w-0 flex-col">
          <Text as="span" size="small" leading="compact" className="truncate">
            {post.caption || t("product.untitled")}
          </Text>
          <PostOrigin post={post} />
        </span>
      </label>
    </li>
  )
}

const NothingFound = ({ hasSearch }: { hasSearch: boolean }) => {
  const { t } = useTranslation("social")
  return (
    <div className="flex flex-col items-start gap-y-2">
      <Text size="small" className="text-ui-fg-subtle">
        {t(hasSearch ? "product.drawer.none" : "product.drawer.noPosts")}
      </Text>
      {!hasSearch && (
        <Button size="small" variant="secondary" asChild>
          <Link to="/social/posts/create">{t("product.drawer.addPost")}</Link>
        </Button>
      )}
    </div>
  )
}
