import type { ExecArgs } from "@medusajs/framework/types"
import { SOCIAL_POSTS_MODULE } from "../modules/social-posts"
import type SocialPostsModuleService from "../modules/social-posts/service"

/**
 * Seals every token with the current encryption key, so that a previous one can
 * be removed. May be interrupted and run again, and run beside a working store:
 *
 *     npx medusa exec node_modules/medusa-plugin-social-insights/.medusa/server/src/scripts/reseal-tokens.js
 *
 * Ends with exit code 1 when a token cannot be opened.
 */
const resealTokens = async ({ container }: ExecArgs) => {
  const socialPosts =
    container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const { resealed, current, unopenable } = await socialPosts.reseal()
  const lines = [
    `${resealed} accounts sealed anew with the current encryption key.`,
    `${current} accounts had it before.`,
  ]
  if (unopenable === 0) {
    lines.push(
      'No account uses a previous key any more: once every process of the store runs with the current key, "previous_encryption_keys" can be removed.'
    )
  } else {
    process.exitCode = 1
    lines.push(
      `${unopenable} accounts cannot be opened with any configured key. Keep "previous_encryption_keys", add the key they were sealed with and run this again; if it is lost, connect these accounts again.`
    )
  }
  process.stdout.write(`${lines.join("\n")}\n`)
}

export default resealTokens
