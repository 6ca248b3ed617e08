import { bill, bodyOf, Call, EndpointAnswer, userOf } from "./call"
import { itemProblem } from "./item-problems"
import { XUser } from "./model"
import { allowParams, fieldParams, idList, shuffled } from "./parameters"
import { renderUser } from "./render-user"
import { userSelection } from "./selection"

/** `GET /2/users/me`: the user the token speaks for. */
export function usersMe(call: Call): EndpointAnswer {
  allowParams(call, fieldParams(call))
  const selection = userSelection(call)
  const user = call.world.users.get(userOf(call) ?? "") as XUser
  bill(call, "user", user.id)
  return { body: { data: renderUser(call, user, selection) } }
}

/** `GET /2/users?ids=`. */
export function usersMany(call: Call): EndpointAnswer {
  allowParams(call, ["ids", ...fieldParams(call)])
  const ids = idList(call, "ids")
  const selection = userSelection(call)
  const place = { parameter: "ids", section: "data" as const }
  const data: unknown[] = []
  const errors: Record<string, unknown>[] = []
  for (const id of shuffled(call, ids)) {
    const user = call.world.users.get(id)
    if (user) {
      data.push(renderUser(call, user, selection))
      bill(call, "user", id)
    } else {
      errors.push(
        itemProblem(call.situation, "resource-not-found", "user", id, place)
      )
    }
  }
  return { body: bodyOf({ data, errors }), ids }
}
