import { Call } from "./call"
import {
  MEDIA_FIELDS,
  OWNER_ONLY_POST,
  PLACE_FIELDS,
  POLL_FIELDS,
  userFields,
} from "./fields"
import { listOf } from "./parameters"
import { postExpansions, postFields } from "./vocabulary"

/** What a request wants to see of posts, media and users. */
export interface Selection {
  post: Set<string>
  media: Set<string>
  user: Set<string>
  expansions: Set<string>
}

const USER_EXPANSIONS = ["affiliation.user_id"]

/** Reads and checks every field parameter of an endpoint that answers posts. */
export function postSelection(call: Call): Selection {
  const { vocabulary } = call
  listOf(call, "poll.fields", POLL_FIELDS)
  listOf(call, "place.fields", PLACE_FIELDS)
  return {
    post: listOf(call, vocabulary.fields_param, postFields(vocabulary)),
    media: listOf(call, "media.fields", MEDIA_FIELDS),
    user: listOf(call, "user.fields", userFields(vocabulary)),
    expansions: listOf(call, "expansions", postExpansions(vocabulary)),
  }
}

/** The same for endpoints that answer users. */
export function userSelection(call: Call): Selection {
  const { vocabulary } = call
  const { pinned, most_recent } = vocabulary
  return {
    post: listOf(call, vocabulary.fields_param, postFields(vocabulary)),
    media: listOf(call, "media.fields", MEDIA_FIELDS),
    user: listOf(call, "user.fields", userFields(vocabulary)),
    expansions: listOf(call, "expansions", [
      ...USER_EXPANSIONS,
      pinned,
      most_recent,
    ]),
  }
}

export const wantsOwnerOnly = (selection: Selection): boolean =>
  Object.keys(OWNER_ONLY_POST).some((group) => selection.post.has(group))
