import type SocialPostsModuleService from "../../modules/social-posts/service"
import type { Terminal } from "./terminal"

const EVERY_MS = 1000

/**
 * Shows the progress of the newest run that a command started, until it is
 * told to stop.
 */
export function followRun(
  socialPosts: SocialPostsModuleService,
  terminal: Terminal
): () => void {
  const look = async () => {
    const [run] = await socialPosts.listSocialSyncRuns(
      { trigger: "command", status: "running" },
      { take: 1, order: { started_at: "DESC" } }
    )
    if (run) {
      const { success, failed, skipped, total } = run
      terminal.progress(
        `${success + failed + skipped} of ${total} posts (${failed} failed)`
      )
    }
  }
  // Progress is a courtesy: what hinders it must not hinder the run.
  const timer = setInterval(() => void look().catch(() => undefined), EVERY_MS)
  return () => clearInterval(timer)
}
