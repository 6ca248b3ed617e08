import { letters } from "../core/hash"
import { GraphError } from "./errors"
import { localise } from "./localise"

/** FBH = graph.facebook.com, IGH = graph.instagram.com. */
export type Dialect = "FBH" | "IGH"

export const HOSTS: Record<string, Dialect> = {
  "graph.facebook.com": "FBH",
  "graph.instagram.com": "IGH",
}

let traces = 0

function trace(): string {
  return `A${letters(21, 7, ++traces)}`
}

/**
 * Writes an error the way a host does: graph.instagram.com has its own type, no
 * `(#100)` prefix, and keeps the user texts to itself.
 */
export function toBody(
  { shape }: GraphError,
  dialect: Dialect,
  localised: boolean
) {
  const { code, subcode } = shape
  let { message } = shape
  let type = shape.type ?? "OAuthException"
  if (
    dialect === "IGH" &&
    type === "OAuthException" &&
    (code === 100 || code === 10)
  ) {
    type = "IGApiException"
    message = message
      .replace(/^\(#\d+\) /, "")
      .replace(/ on node type \(\w+\)$/, "")
  }
  const full = dialect === "FBH"
  return {
    error: {
      message: localised ? localise(message) : message,
      type,
      code,
      ...(full && shape.error_data ? { error_data: shape.error_data } : {}),
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      ...(shape.is_transient === undefined
        ? {}
        : { is_transient: shape.is_transient }),
      ...(full && shape.title ? { error_user_title: shape.title } : {}),
      ...(full && shape.user_message
        ? { error_user_msg: shape.user_message }
        : {}),
      fbtrace_id: trace(),
    },
  }
}

/** `www-authenticate` of an error answer; header text stays ASCII. */
export function challenge({ shape }: GraphError): Record<string, string> {
  const { code, subcode = 0 } = shape
  const word =
    code === 190
      ? "invalid_token"
      : subcode >= 36007 && subcode <= 36009
        ? "invalid_code"
        : "invalid_request"
  const text = shape.message.replace(/[^\x20-\x7e]/g, "").replace(/"/g, "'")
  return {
    "www-authenticate": `OAuth "Facebook Platform" "${word}" "${text}"`,
  }
}
