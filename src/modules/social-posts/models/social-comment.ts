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
    extras: model.json().nullable(),
    post: model.belongsTo(() => SocialPost, { mappedBy: "comments" }),
  })
  .indexes([
    { on: ["post_id", "platform_comment_id"], unique: true },
    { on: ["post_id", "commented_at"] },
  ])

export default SocialComment
