import type { XPost } from "./schemas"

const LEADING_NAME = /^\s*@(\w{1,15})/

/**
 * Whether a post stands for itself: original posts, quotes and the parts of the
 * account's own threads do, answers to other people do not. Pure.
 *
 * Whom a post answers is told in the legacy vocabulary only (in the new one it
 * would have to be bought as an expansion). But an answer begins with the name
 * of the person, which X hides from the visible text.
 */
export function isOwnPost(
  { text, history, conversation_id, references, ...item }: XPost,
  account: { external_id: string; username: string | null }
): boolean {
  const isAnswer =
    references.some(({ type }) => type === "replied_to") ||
    item.in_reply_to_user_id !== null ||
    (conversation_id !== null && !history.includes(conversation_id))
  if (!isAnswer) {
    return true
  }
  if (item.in_reply_to_user_id !== null) {
    return item.in_reply_to_user_id === account.external_id
  }
  const name = LEADING_NAME.exec(text ?? "")?.[1]?.toLowerCase()
  return (
    name === undefined ||
    name === account.username?.toLowerCase() ||
    // The name stands in the visible text: it was written, not answered.
    item.visible_from === 0
  )
}
