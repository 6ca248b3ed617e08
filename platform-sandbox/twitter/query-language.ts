/** A parsed search query (docs.x.com: posts/search/integrate/build-a-query). */
export type Query =
  | { kind: "any" | "all"; parts: Query[] }
  | { kind: "not"; part: Query }
  | { kind: "operator"; name: string; value: string }
  | { kind: "word"; value: string }

const OPERATORS = [
  "conversation_id",
  "from",
  "to",
  "in_reply_to_tweet_id",
  "quotes_of_tweet_id",
  "is",
  "has",
  "lang",
  "min_likes",
  "min_replies",
  "min_reposts",
]

const VALUES: Record<string, RegExp> = {
  conversation_id: /^[0-9]{1,19}$/,
  in_reply_to_tweet_id: /^[0-9]{1,19}$/,
  quotes_of_tweet_id: /^[0-9]{1,19}$/,
  is: /^(retweet|reply|quote|verified)$/,
  has: /^(media|images|videos|links|mentions|hashtags)$/,
  min_likes: /^[0-9]+$/,
  min_replies: /^[0-9]+$/,
  min_reposts: /^[0-9]+$/,
}

const TOKENS = /"[^"]*"|[()]|-(?=[^\s])|[^\s()]+/g

function term(text: string): Query {
  const colon = text.indexOf(":")
  if (text.startsWith('"') || colon < 0) {
    return { kind: "word", value: text.replace(/"/g, "").toLowerCase() }
  }
  const name = text.slice(0, colon)
  const value = text.slice(colon + 1)
  const wrong = !OPERATORS.includes(name) || !value
  if (wrong || !(VALUES[name] ?? /./).test(value)) {
    throw new Error(`Reference to invalid operator '${text}'`)
  }
  return { kind: "operator", name, value }
}

/** AND (a space) binds before OR. Throws with the reason. */
export function parseQuery(text: string): Query {
  const tokens = text.match(TOKENS) ?? []
  let at = 0
  const unary = (): Query => {
    const token = tokens[at++]
    if (token === undefined || token === ")" || token === "OR") {
      throw new Error(`no viable alternative at input '${token ?? "<EOF>"}'`)
    }
    if (token === "-") {
      return { kind: "not", part: unary() }
    }
    if (token !== "(") {
      return term(token)
    }
    const inner = any()
    if (tokens[at++] !== ")") {
      throw new Error("missing ')' at '<EOF>'")
    }
    return inner
  }
  const all = (): Query => {
    const parts = [unary()]
    while (at < tokens.length && tokens[at] !== ")" && tokens[at] !== "OR") {
      parts.push(unary())
    }
    return { kind: "all", parts }
  }
  const any = (): Query => {
    const parts = [all()]
    while (tokens[at] === "OR") {
      at += 1
      parts.push(all())
    }
    return { kind: "any", parts }
  }
  const query = any()
  if (at < tokens.length) {
    throw new Error(`extraneous input '${tokens[at]}'`)
  }
  return query
}

/** Conversations a query is limited to; `null` when it is not. */
export function conversationsOf(query: Query): string[] | null {
  switch (query.kind) {
    case "operator":
      return query.name === "conversation_id" ? [query.value] : null
    case "any": {
      const lists = query.parts.map(conversationsOf)
      return lists.some((list) => list === null)
        ? null
        : (lists as string[][]).flat()
    }
    case "all":
      return query.parts.map(conversationsOf).find((list) => list) ?? null
    default:
      return null
  }
}
