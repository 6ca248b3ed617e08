import type { Reading, Values } from "../types"

export const reading = (
  at: string,
  values: Values,
  definition_version = 1
): Reading => ({ at: new Date(at), values, definition_version })
