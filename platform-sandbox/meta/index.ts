import { bearerOf, parsePairs } from "../core/request"
import { SandboxEnvironment, SandboxPlatformFactory } from "../core/types"
import { SandboxRequest } from "../core/types"
import facebook from "../facebook/world"
import instagram from "../instagram/world"
import { InstagramWorld } from "../instagram/world"
import { tokenOf } from "./authorise"
import { batch } from "./batch"
import { HOSTS } from "./dialect"
import { dispatch, Graph, GraphCall } from "./dispatch"
import { graphAnswer } from "./graph-answer"
import { GraphObject, NodeSource } from "./graph"
import { answerLogin, answerTokens, LOGIN_HOSTS } from "./oauth"
import { instagramApp, metaApp } from "./oauth/client-app"
import { CodeBook } from "./oauth/codes"
import { OAuthDesk, setDesk } from "./oauth/desk"
import { TokenMint } from "./oauth/token-mint"
import { facebookPeople, instagramPeople } from "./people"
import { readPublication } from "./publish"
import { Situations } from "./situations"
import { TokenRegistry } from "./tokens"
import { buildUsers } from "./users"
import { WebhookSender } from "./webhooks"

function addAppToken(tokens: TokenRegistry, start: number): void {
  const { id, secret } = metaApp()
  tokens.add({
    token: `${id}|${secret}`,
    family: "APP",
    account_id: "",
    platform: "facebook",
    user_id: "",
    scopes: new Set(),
    state: "valid",
    issued_at: start,
    expires_at: 0,
    ig_ids: new Set(),
    page_ids: new Set(),
  })
}

function buildGraph(
  environment: SandboxEnvironment,
  tokens: TokenRegistry,
  ig: InstagramWorld,
  sources: NodeSource[]
): Graph {
  const nodes = {
    find: (id: string): GraphObject | undefined => {
      for (const source of sources) {
        const object = source.find(id)
        if (object) {
          return object
        }
      }
      return undefined
    },
  }
  const now = () => environment.now().getTime()
  return {
    environment,
    tokens,
    situations: new Situations(tokens, now, (id) => Boolean(nodes.find(id))),
    nodes,
    me: ({ family, user_id, account_id }) =>
      nodes.find(
        family === "USER" || family === "SYSTEM_USER" ? user_id : account_id
      ),
    bucket: (token, object) => {
      if (object?.platform === "instagram" && object.account_id) {
        const id = object.account_id
        return { type: "instagram", id, business_id: ig.businessOf(id) }
      }
      if (token.family === "IG") {
        const id = token.account_id
        return { type: "instagram", id, business_id: ig.businessOf(id) }
      }
      return token.family === "PAGE"
        ? { type: "pages", id: token.account_id }
        : { type: "user", id: token.user_id }
    },
  }
}

/**
 * Meta's Graph API and logins. Instagram and Facebook are one implementation
 * because they share graph.facebook.com: `ids=` and a batch may mix their
 * objects.
 */
const meta: SandboxPlatformFactory = (environment, options) => {
  const start = environment.now().getTime()
  const tokens = new TokenRegistry()
  const mint = new TokenMint(environment, tokens)
  const ig = instagram(environment, options, start, tokens)
  const fb = facebook(environment, options, start, tokens, mint, ig)
  addAppToken(tokens, start)
  const people = {
    facebook: facebookPeople(environment, fb),
    instagram: instagramPeople(ig),
  }
  const users = buildUsers(tokens, ig, fb, people.facebook)
  const graph = buildGraph(environment, tokens, ig, [ig, fb, users])
  const desk: OAuthDesk = {
    environment,
    tokens,
    mint,
    codes: new CodeBook(environment, mint),
    apps: { facebook: metaApp(), instagram: instagramApp() },
    people,
    token_answer: "data",
  }

  const accounts = () => [...ig.accounts(), ...fb.accounts()]
  const sender = new WebhookSender(environment, desk.apps, accounts)

  return {
    name: "meta",
    platforms: ["instagram", "facebook"],
    hosts: [...Object.keys(HOSTS), ...LOGIN_HOSTS],
    accounts,
    webhook: (order) => sender.order(order),
    posts: () => [...ig.posts(), ...fb.posts()],
    truth: (id) => ig.truth(id) ?? fb.truth(id),
    stories: () => [...ig.stories(), ...fb.stories()],
    set: ({ platform, ...change }) => {
      const publication = readPublication(change, environment)
      if (publication) {
        const account = String(change.account)
        return (
          ig.publish(account, publication) || fb.publish(account, publication)
        )
      }
      return setDesk(desk, platform, change) || graph.situations.apply(change)
    },
    attribute: (host, request) =>
      tokens.find(bearerOf(request))?.platform ??
      (host.endsWith("instagram.com") ? "instagram" : "facebook"),
    handle: (host: string, request: SandboxRequest) => {
      const page = answerLogin(desk, host, request)
      if (page) {
        return page
      }
      const call: GraphCall = {
        dialect: HOSTS[host] ?? "FBH",
        base_url: request.baseUrl,
        method: request.method,
        path: request.rawPath,
        query: request.query,
        token: tokenOf(request),
      }
      const form = { ...request.query, ...parsePairs(request.body) }
      const root = /^\/(v\d+\.\d+\/?)?$/.test(request.rawPath)
      if (request.method === "POST" && root && "batch" in form) {
        const { outcome, access_denied } = batch(graph, call, form)
        return graphAnswer(graph, call, outcome, access_denied)
      }
      const tokenOutcome = answerTokens(desk, call, form)
      return graphAnswer(graph, call, tokenOutcome ?? dispatch(graph, call))
    },
  }
}

export default meta
