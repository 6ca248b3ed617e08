import { FacebookPage } from "../facebook/model"
import { FacebookWorld } from "../facebook/world"
import { InstagramWorld } from "../instagram/world"
import { unsupportedRequest } from "./errors"
import { EdgeCall, GraphContext, GraphObject, NodeSource } from "./graph"
import { NodeType, scalar } from "./graph"
import { Person } from "./oauth/people"
import { renderList } from "./paging"
import { permissionsEdge } from "./permissions"
import { TokenRegistry } from "./tokens"

/** A person or system user on Facebook. */
interface FacebookUser {
  id: string
  name: string
  /** Portfolio of the client, told by its system user only. */
  business_id?: string
}

function userList(ig: InstagramWorld, people: Person[]): FacebookUser[] {
  return [
    ...ig
      .ofLogin("facebook")
      .map(({ user_id, name }) => ({ id: user_id, name: `Owner of ${name}` })),
    ...people.map(({ user_id, label }) => ({ id: user_id, name: label })),
    ...people.flatMap(({ system_user_id: id }) =>
      id
        ? { id, name: "Sandbox system user", business_id: `7${id.slice(1)}` }
        : []
    ),
  ]
}

/** Gives the world's own user tokens the Pages their person chose. */
function choosePages(
  tokens: TokenRegistry,
  ig: InstagramWorld,
  fb: FacebookWorld
): void {
  for (const { user_id, token } of ig.ofLogin("facebook")) {
    for (const page of fb.pages()) {
      if (page.user_id === user_id && !page.login_only) {
        tokens.find(token)?.page_ids.add(page.id)
      }
    }
  }
}

/** Facebook users behind the user tokens, and the Pages they see. */
export function buildUsers(
  tokens: TokenRegistry,
  ig: InstagramWorld,
  fb: FacebookWorld,
  people: Person[]
): NodeSource {
  choosePages(tokens, ig, fb)
  const users = new Map(userList(ig, people).map((user) => [user.id, user]))

  const visible = (page: FacebookPage, { token }: GraphContext) =>
    token.page_ids.has(page.id) &&
    token.scopes.has("pages_show_list") &&
    // Pages of a portfolio stay hidden without this scope.
    (!page.portfolio || token.scopes.has("business_management")) &&
    !tokens.lostRole(token.user_id, page.id)

  const accounts = (
    user: FacebookUser,
    context: GraphContext,
    call: EdgeCall
  ) => {
    const pages = fb.pages().filter((page) => visible(page, context))
    return renderList(pages, withAccountFields(call), context, {
      path: `${user.id}/accounts`,
      account_id: user.id,
      type: fb.pageType,
      idOf: (page) => page.id,
      default_limit: 25,
      max_limit: 100,
      over: "clamp",
    })
  }

  const type: NodeType<FacebookUser> = {
    name: "User",
    label: "{user-id}",
    defaults: ["name", "id"],
    fields: {
      id: scalar((user) => user.id),
      name: scalar((user) => user.name),
      client_business_id: scalar((user) => user.business_id),
    },
    edges: {
      accounts: { call: accounts },
      permissions: permissionsEdge(tokens),
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
const withAccountFields = ({ params, fields }: EdgeCall): EdgeCall => ({
  params,
  fields:
    fields ??
    ACCOUNT_FIELDS.map((name) => ({ name, params: {}, fields: null })),
})
