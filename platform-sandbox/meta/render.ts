import { invalidParameter, nonexistingField } from "./errors"
import { FieldSpec } from "./fields"
import { Field, GraphContext, NodeType } from "./graph"

const plain = (name: string): FieldSpec => ({ name, params: {}, fields: null })

/** Braces inside braces, `attachments{target{id}}`. */
function narrow(
  value: unknown,
  fields: FieldSpec[] | null,
  name: string
): unknown {
  if (!fields || typeof value !== "object" || value === null) {
    return value
  }
  const entries = fields.map((spec) => {
    if (!Object.hasOwn(value, spec.name)) {
      throw nonexistingField(spec.name, name)
    }
    const inner = (value as Record<string, unknown>)[spec.name]
    return [spec.name, narrow(inner, spec.fields, spec.name)]
  })
  return Object.fromEntries(entries)
}

function choose(
  value: unknown,
  field: Field<unknown>,
  spec: FieldSpec,
  node_type: string
): unknown {
  if (field.node) {
    return value
  }
  if (!field.sub) {
    if (spec.fields) {
      throw invalidParameter(`Subfields are not supported by ${spec.name}`)
    }
    return value
  }
  const names = spec.fields
    ? spec.fields.map((inner) => inner.name)
    : (field.defaults ?? field.sub)
  for (const name of names) {
    if (!field.sub.includes(name)) {
      throw nonexistingField(name, `${node_type}${spec.name}`)
    }
  }
  const select = (item: unknown) =>
    Object.fromEntries(
      Object.entries(item as object)
        .filter(([name]) => names.includes(name))
        .map(([name, inner]) => {
          const wanted = spec.fields?.find((one) => one.name === name)
          return [name, narrow(inner, wanted?.fields ?? null, name)]
        })
    )
  if (value === undefined || value === null) {
    return undefined
  }
  const list = (value as { data?: unknown[] }).data
  return Array.isArray(list) ? { data: list.map(select) } : select(value)
}

/** One node with the wanted fields; the id always comes along. */
export function renderNode<T>(
  type: NodeType<T>,
  value: T,
  fields: FieldSpec[] | null,
  context: GraphContext
): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const spec of fields ?? type.defaults.map(plain)) {
    const field = Object.hasOwn(type.fields, spec.name)
      ? type.fields[spec.name]
      : undefined
    const edge = Object.hasOwn(type.edges, spec.name)
      ? type.edges[spec.name]
      : undefined
    const known = field ?? edge
    if (!known || (known.only && known.only !== context.dialect)) {
      throw nonexistingField(spec.name, type.name)
    }
    const answer = field
      ? choose(
          field.get(value, context, spec),
          field as Field<unknown>,
          spec,
          type.name
        )
      : edge?.call(
          value,
          { ...context, via: "indirect", depth: context.depth + 1 },
          { params: spec.params, fields: spec.fields }
        )
    if (answer !== undefined) {
      body[spec.alias ?? spec.name] = answer
    }
  }
  const id = type.fields.id?.get(value, context, plain("id"))
  if (id !== undefined) {
    body.id = id
  }
  return body
}

/**
 * Weight of one list item: nested edges and each nested metric. Times the page
 * size it decides when Meta asks to reduce the amount of data.
 */
export function weight(fields: FieldSpec[] | null): number {
  let sum = 0
  for (const { params, fields: inner } of fields ?? []) {
    if (params.metric) {
      sum += params.metric.split(",").length
    } else if (Object.keys(params).length) {
      sum += 1
    }
    sum += weight(inner)
  }
  return sum
}
