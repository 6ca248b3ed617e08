import { pick } from "../core/hash"

const OPENINGS = [
  "New in the shop:",
  "Back in stock:",
  "Our favourite this week:",
  "Made by hand:",
  "Last pieces:",
  "Behind the scenes:",
]

const THINGS = [
  "the linen apron",
  "stoneware mugs",
  "the walnut desk lamp",
  "merino socks",
  "a cast iron pan",
  "the canvas tote",
  "beeswax candles",
  "the wool blanket",
]

const ENDINGS = [
  "What do you think?",
  "Free shipping until Sunday.",
  "Tell us your colour.",
  "Thank you for the kind words.",
  "More on Friday.",
]

const REPLIES = [
  "Love it!",
  "When will this be back in stock?",
  "Does it come in green?",
  "Mine arrived today, thank you",
  "How much is shipping?",
  "😍😍😍",
  "Ordered two.",
]

export function postText(seed: number, name: string): string {
  const part = (list: string[], which: string) =>
    pick(list, seed, name, "text", which)
  return `${part(OPENINGS, "open")} ${part(THINGS, "thing")}. ${part(ENDINGS, "end")}`
}

export const replyText = (seed: number, id: string): string =>
  pick(REPLIES, seed, id, "text")

/** A text beyond 280 characters, which only Premium accounts can post. */
export function longText(seed: number, name: string): string {
  return Array.from({ length: 8 }, (_, i) =>
    postText(seed, `${name}${i}`)
  ).join(" ")
}
