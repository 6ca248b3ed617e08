/** What the tests use of a sandbox post. */
export interface SandboxPost {
  platform_post_id: string
  media_type: string | null
  media_product_type: string | null
  posted_at: string
}
