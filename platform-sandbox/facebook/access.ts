import { otherPagesToken } from "../meta/auth-errors"
import { featureRequired, unsupportedRequest } from "../meta/errors"
import { userContentRequired } from "../meta/errors"
import { GraphContext } from "../meta/graph"
import { Deletion } from "../meta/situations"
import { FacebookPage, FacebookPost, has } from "./model"

/** Reading a Page or anything on it. */
export function authorisePage(page: FacebookPage, context: GraphContext): void {
  const { token } = context
  if (!token.page_ids.has(page.id)) {
    throw token.family === "PAGE" ? otherPagesToken() : featureRequired(100)
  }
  if (!token.scopes.has("pages_read_engagement")) {
    throw featureRequired(100)
  }
}

/**
 * A field that a list of Pages shows to everybody with a role, or not: which of
 * the two is unverified.
 */
export function requirePageRead({ token, situations }: GraphContext): void {
  const strict = situations.strict_page_fields
  if (strict && !token.scopes.has("pages_read_engagement")) {
    throw featureRequired(100)
  }
}

export function deletionOf(
  post: FacebookPost,
  { situations }: GraphContext
): Deletion | undefined {
  const nature = has(post, "deleted")
    ? "33"
    : has(post, "deleted_code_10")
      ? "10"
      : undefined
  return situations.deletion(post.id, nature)
}

export const exists = (post: FacebookPost, context: GraphContext) =>
  !deletionOf(post, context) && post.posted <= context.now

export function authorisePost(
  post: FacebookPost,
  context: GraphContext,
  id = post.id
): void {
  authorisePage(post.page, context)
  // An expired post stays in lists and can no longer be read.
  const expired = context.situations.visibility(post.id) === "expired"
  if (expired || !exists(post, context)) {
    throw deletionOf(post, context) === "10"
      ? featureRequired(10)
      : unsupportedRequest(id)
  }
}

/** What other people wrote or clicked needs a scope of its own. */
export function requireUserContent({ token }: GraphContext): void {
  if (!token.scopes.has("pages_read_user_content")) {
    throw userContentRequired()
  }
}
