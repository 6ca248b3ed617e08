import { pick, unit } from "../core/hash"

const GOODS = [
  "linen shirt",
  "ceramic mug",
  "oak side table",
  "merino scarf",
  "cast iron pan",
  "travel backpack",
  "rain jacket",
  "desk lamp",
]

const LINES = [
  "New in: our {x} 🌿",
  "Behind the scenes: how the {x} is made.",
  "Last chance! The {x} leaves the shop on Sunday.",
  "Which colour would you pick for the {x}? 👇",
  "Das ist unser {x} – ab heute im Laden.",
  "5 ways to use a {x}. Save this for later!",
  "Restock! The {x} is back 🎉",
]

const TAGS = ["#smallshop", "#handmade", "#newin #shoplocal", "", "#wip"]

const FRIENDS = ["mara.k", "Studio_Nord", "jonas.weiss"]

/** Text of a post, with line breaks, emoji and umlauts as in real life. */
export function captionOf(seed: number, id: string): string {
  const line = pick(LINES, seed, id, "line")
  const tag = pick(TAGS, seed, id, "tag")
  const text = line.replace("{x}", pick(GOODS, seed, id, "goods"))
  const friend = pick(FRIENDS, seed, id, "friend")
  const credit = unit(seed, id, "credit") < 0.2 ? ` Photo: @${friend}` : ""
  return tag ? `${text}${credit}\n\n${tag}` : `${text}${credit}`
}
