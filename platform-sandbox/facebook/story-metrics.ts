import { countAt } from "../core/growth"
import { unit } from "../core/hash"
import { DAY, HOUR } from "../meta/time"
import { FacebookStory, has } from "./model"

/** Every number of a story, under the names that answers use (facebook §7). */
export function storyNumbers(
  seed: number,
  story: FacebookStory,
  now: number
): Record<string, number> {
  // A story collects for a day.
  const age = Math.min(now - story.posted, DAY)
  const share = (name: string, low: number, high: number) =>
    story.audience * (low + (high - low) * unit(seed, story.id, name))
  const reach = countAt(story.audience, age)
  const count = (name: string, high: number) =>
    Math.min(reach, countAt(share(name, 0, high), age))
  const replies = count("replies", 0.01)
  const shares = count("shares", 0.01)
  const reactions = count("reactions", 0.05)
  const stickers = count("stickers", 0.02)
  return {
    story_media_view: Math.max(reach, countAt(share("views", 1.1, 1.6), age)),
    story_total_media_view_unique: reach,
    story_interaction: replies + shares + reactions + stickers,
    pages_fb_story_replies: replies,
    pages_fb_story_shares: shares,
    pages_fb_story_thread_lightweight_reactions: reactions,
    pages_fb_story_sticker_interactions: stickers,
  }
}

/** Counted later than the rest. */
const LATE = ["story_media_view", "story_total_media_view_unique"]

/** Whether a number is told already: views and reach can take a day or two. */
export function isCounted(
  story: FacebookStory,
  name: string,
  now: number
): boolean {
  const lag = has(story, "late_numbers") ? 30 * HOUR : 2 * HOUR
  return !LATE.includes(name) || now - story.posted >= lag
}
