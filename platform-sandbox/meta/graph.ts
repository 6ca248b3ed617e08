import { SandboxEnvironment } from "../core/types"
import { Dialect } from "./dialect"
import { FieldSpec } from "./fields"
import { Situations } from "./situations"
import { TokenRecord } from "./tokens"

/** What a request brings to every resolver. */
export interface GraphContext {
  environment: SandboxEnvironment
  situations: Situations
  dialect: Dialect
  token: TokenRecord
  now: number
  /** Base url and version as the client used them, for `paging` links. */
  base_url: string
  version: string
  /** `direct` when the object itself was asked for, by id or in `ids=`. */
  via: "direct" | "indirect"
  /** True below `fields=`; a list inside a list is not paged by us. */
  depth: number
}

/** A call of an edge, by path or by field expansion. */
export interface EdgeCall {
  params: Record<string, string>
  fields: FieldSpec[] | null
}

export interface Field<T> {
  get(value: T, context: GraphContext, spec: FieldSpec): unknown
  /** Names allowed in braces; a field without them has no sub-fields. */
  sub?: readonly string[]
  /** Sub-fields answered when there are no braces; default all. */
  defaults?: readonly string[]
  /** The value is a node of its own, which has read the braces already. */
  node?: true
  /** The only host that knows the field. */
  only?: Dialect
}

export interface Edge<T> {
  call(value: T, context: GraphContext, call: EdgeCall): unknown
  /** What DELETE does; it decides itself who may. */
  remove?(value: T, context: GraphContext): unknown
  only?: Dialect
}

export interface NodeType<T> {
  /** Name in "on node type (…)". */
  name: string
  /** How the ledger writes an id of this type, e.g. `{media-id}`. */
  label: string
  defaults: string[]
  fields: Record<string, Field<T>>
  edges: Record<string, Edge<T>>
}

/** A node of the graph with everything the dispatcher must know of it. */
export interface GraphObject {
  id: string
  type: NodeType<unknown>
  value: unknown
  platform: "instagram" | "facebook"
  /** Account whose usage bucket pays; empty for users. */
  account_id: string
  /** Throws when this token may not read the object at all. */
  authorise(context: GraphContext): void
}

/** A family of nodes that can be addressed by id. */
export interface NodeSource {
  find(id: string): GraphObject | undefined
}

/** A field without sub-fields. */
export function scalar<T>(
  get: (value: T, context: GraphContext) => unknown
): Field<T> {
  return { get }
}

/** A field whose value is an object from which braces choose. */
export function struct<T>(
  sub: readonly string[],
  get: (value: T, context: GraphContext) => unknown,
  defaults?: readonly string[]
): Field<T> {
  return { get, sub, ...(defaults ? { defaults } : {}) }
}
