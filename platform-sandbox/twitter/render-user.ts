import { Call } from "./call"
import { userNumbersAt } from "./metrics"
import { XUser } from "./model"
import { Selection } from "./selection"

export function renderUser(
  call: Call,
  user: XUser,
  selection: Selection
): Record<string, unknown> {
  const { world, vocabulary } = call
  const numbers = userNumbersAt(world.seed, user, world.now_ms())
  const posts = world.timeline(user.id)
  const values: Record<string, unknown> = {
    created_at: new Date(user.created_ms).toISOString(),
    description: `${user.name} on X`,
    profile_image_url: `https://pbs.twimg.com/profile_images/${user.id}.jpg`,
    protected: user.protected,
    verified: false,
    verified_type: "none",
    [vocabulary.most_recent]: posts[0]?.id,
    public_metrics: {
      followers_count: numbers.followers,
      following_count: numbers.following,
      [vocabulary.post_count]: posts.length,
      listed_count: numbers.listed,
    },
  }
  const item: Record<string, unknown> = {
    id: user.id,
    name: user.name,
    username: user.username,
  }
  for (const [name, value] of Object.entries(values)) {
    if (selection.user.has(name) && value !== undefined) {
      item[name] = value
    }
  }
  return item
}
