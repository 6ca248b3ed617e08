import { letters } from "../core/hash"
import { SandboxEnvironment } from "../core/types"
import { FacebookWorld } from "../facebook/world"
import { InstagramWorld } from "../instagram/world"
import { GraphObject, NodeSource, NodeType, scalar } from "./graph"
import { renderList } from "./paging"
import { unsupportedRequest } from "./errors"
import { TokenRegistry } from "./tokens"

/** A person (or system user) on Facebook. */
interface FacebookUser {
  id: string
  name: string
}

/** Facebook users behind the user tokens, and the Pages they see. */
export function buildUsers(
  { seed }: SandboxEnvironment,
  tokens: TokenRegistry,
  ig: InstagramWorld,
  fb: FacebookWorld
): NodeSource {
  // The demo user manages the first Page and, through a portfolio, the others.
  const users = new Map<string, FacebookUser>()
  for (const { user_id, token } of ig.facebookLogins()) {
    const record = tokens.find(token)
    users.set(user_id, {
      id: user_id,
      name: `Person ${letters(4, seed, user_id)}`,
    })
    for (const page of fb.pagesOf(user_id)) {
      record?.page_ids.add(page.id)
    }
  }

  const type: NodeType<FacebookUser> = {
    name: "User",
    label: "{user-id}",
    defaults: ["name", "id"],
    fields: {
      id: scalar((user) => user.id),
      name: scalar((user) => user.name),
      client_business_id: scalar((user) => `7${user.id.slice(1)}`),
    },
    edges: {
      accounts: {
        call: (user, context, call) => {
          // Pages of a portfolio stay hidden without `business_management`.
          const all = context.token.scopes.has("business_management")
          const visible = context.token.scopes.has("pages_show_list")
          const pages = visible
            ? fb.pagesOf(user.id).filter((page) => all || !page.portfolio)
            : []
          return renderList(pages, withAccountFields(call), context, {
            path: `${user.id}/accounts`,
            account_id: user.id,
            type: fb.pageType,
            idOf: (page) => page.id,
            default_limit: 25,
            max_limit: 100,
            over: "clamp",
          })
        },
      },
    },
  }

  return {
    find: (id): GraphObject | undefined => {
      const user = users.get(id)
      return user
        ? {
            id,
            type,
            value: user,
            platform: "facebook",
            account_id: "",
            authorise: ({ token }) => {
              if (token.user_id !== id) {
                throw unsupportedRequest(id)
              }
            },
          }
        : undefined
    },
  }
}

const ACCOUNT_FIELDS = ["access_token", "category", "name", "id", "tasks"]

/** `/me/accounts` has default fields of its own. */
function withAccountFields<
  T extends { fields: unknown; params: Record<string, string> },
>(call: T) {
  return {
    params: call.params,
    fields:
      (call.fields as null) ??
      ACCOUNT_FIELDS.map((name) => ({ name, params: {}, fields: null })),
  }
}
