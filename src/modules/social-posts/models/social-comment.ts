import { model } from "@medusajs/framework/utils"
import SocialPost from "./social-post"

/** A comment or reply below a post, as the platform gave it last. */
const SocialComment = model
  .define("social_comment", {
    id: model.id({ prefix: "scom" }).primaryKey(),
    platform_comment_id: model.text(),
    /** Platform id of the comment this one answers; `null` on the post itself. */
    parent_id: model.text().nullable(),
    author_id: model.text().nullable(),
    author_name: model.text().nullable(),
    text: model.text().nullable(),
    like_count: model.float().nullable(),
    hidden: model.boolean().nullable(),
    commented_at: model.dateTime().nullable(),
    /** Written by the account itself; `null` when the platform does not tell. */
    by_account: model.boolean().nullable(),
    /** When the text was last found changed. */
    edited_at: model.dateTime().nullable(),
    /** When it was found to be gone from the platform. */
    removed_at: model.dateTime().nullable(),
    /** The newest notice about it, by webhook; older ones change nothing. */
    noticed_at: model.dateTime().nullable(),
    /** When the platform gave it last: retention counts from here. */
    fetched_at: model.dateTime().nullable(),
    /** Row of the comment on the post that it hangs below, or is. */
    thread_id: model.text().nullable(),
    /**
     * On the comment that a thread begins with: whether somebody else has the
     * last word; `null` when it is not known whose that is.
     */
    unanswered: model.boolean().nullable(),
    extras: model.json().nullable(),
    post: model.belongsTo(() => SocialPost, { mappedBy: "comments" }),
  })
  .indexes([
    { on: ["post_id", "platform_comment_id"], unique: true },
    { on: ["post_id", "commented_at"] },
    { on: ["fetched_at"] },
    { on: ["thread_id"] },
    {
      name: "IDX_social_comment_threads",
      on: ["commented_at"],
      where: "thread_id = id",
    },
    {
      name: "IDX_social_comment_unanswered",
      on: ["commented_at"],
      where: "unanswered",
    },
  ])

export default SocialComment
