/** Everything an error envelope of the Graph API can carry. */
export interface GraphErrorShape {
  message: string
  code: number
  status?: number
  type?: "OAuthException" | "GraphMethodException" | "IGApiException"
  subcode?: number
  is_transient?: boolean
  title?: string
  user_message?: string
  error_data?: unknown
}

/** Thrown anywhere below the dispatcher; `toBody` in `dialect.ts` writes it. */
export class GraphError extends Error {
  constructor(readonly shape: GraphErrorShape) {
    super(shape.message)
  }
}

/** A plain #100. The prefix is taken off again on graph.instagram.com. */
export function invalidParameter(message: string, subcode?: number) {
  return new GraphError({
    message: `(#100) ${message}`,
    code: 100,
    ...(subcode === undefined ? {} : { subcode }),
  })
}

export function nonexistingField(field: string, node_type: string) {
  return invalidParameter(
    `Tried accessing nonexisting field (${field}) on node type (${node_type})`
  )
}

const GRAPH_DOCS =
  "Please read the Graph API documentation at " +
  "https://developers.facebook.com/docs/graph-api"

/** 100/33: also what a throttled or forbidden object answers. */
export function unsupportedRequest(id: string, method = "get") {
  return new GraphError({
    message:
      `Unsupported ${method} request. Object with ID '${id}' does not exist, ` +
      "cannot be loaded due to missing permissions, or does not support this " +
      `operation. ${GRAPH_DOCS}`,
    type: "GraphMethodException",
    code: 100,
    subcode: 33,
  })
}

const FEATURE_WORDING =
  "Object does not exist, cannot be loaded due to missing permission or " +
  "reviewable feature, or does not support this operation. This endpoint " +
  "requires the 'pages_read_engagement' permission or the 'Page Public " +
  "Content Access' feature or the 'Page Public Metadata Access' feature."

/** A third party's Page (code 100), or a deleted post in its other dress (code 10). */
export function featureRequired(code: 10 | 100) {
  return new GraphError({ message: `(#${code}) ${FEATURE_WORDING}`, code })
}

export function missingPermission() {
  return new GraphError({
    message: "(#10) Application does not have permission for this action",
    code: 10,
  })
}

export function userContentRequired() {
  return new GraphError({
    message:
      "(#10) This endpoint requires the 'pages_read_user_content' permission " +
      "or the 'Page Public Content Access' feature.",
    code: 10,
  })
}

/** Code 1 that looks transient and is not: an unsupported breakdown or edge. */
export function unknownError() {
  return new GraphError({
    message: "An unknown error has occurred.",
    code: 1,
    status: 500,
  })
}

/** https://github.com/facebook/facebook-java-business-sdk/issues/292 */
export function invalidCursor() {
  return new GraphError({
    message: "(#2642) Invalid cursors values",
    code: 2642,
  })
}

export function reduceData() {
  return new GraphError({
    message:
      "Please reduce the amount of data you're asking for, then retry your " +
      "request",
    code: 1,
    status: 500,
  })
}

export function syntaxError(reason: string, at: number, text: string) {
  return new GraphError({
    message: `Syntax error "${reason}" at character ${at}: ${text}`,
    code: 2500,
  })
}

export function unknownPath(path: string) {
  return new GraphError({
    message: `Unknown path components: ${path}`,
    code: 2500,
  })
}

export function unknownAlias(alias: string) {
  return new GraphError({
    message: `(#803) Some of the aliases you requested do not exist: ${alias}`,
    code: 803,
  })
}

export function tooManyIds(provided: number) {
  return invalidParameter(`Too many IDs. Maximum: 50. Provided: ${provided}.`)
}
