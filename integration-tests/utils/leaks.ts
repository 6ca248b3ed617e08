import { inspect } from "node:util"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Client } from "pg"

/**
 * Everything that is logged, as a log collector sees it: Medusa's logger and
 * the console. Jest puts a console of its own before the terminal.
 */
export function recordLogs(logger: object): {
  text: () => string
  stop: () => void
} {
  const lines: string[] = []
  const undo: (() => void)[] = []
  for (const target of [logger, console] as Record<string, unknown>[]) {
    for (const name of ["debug", "error", "http", "info", "log", "warn"]) {
      const original = target[name]
      if (typeof original === "function") {
        target[name] = (...said: unknown[]) => {
          lines.push(said.map((part) => inspect(part, { depth: 6 })).join(" "))
          return original.apply(target, said)
        }
        undo.push(() => (target[name] = original))
      }
    }
  }
  return {
    text: () => lines.join("\n"),
    stop: () => undo.forEach((restore) => restore()),
  }
}

/** All rows of all tables, as text. */
export async function dumpDatabase(
  container: MedusaContainer
): Promise<string> {
  const { projectConfig } = container.resolve(
    ContainerRegistrationKeys.CONFIG_MODULE
  )
  const client = new Client({
    connectionString: String(projectConfig.databaseUrl),
  })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables
       WHERE schemaname = 'public'`
    )
    const parts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT row_to_json(t)::text AS row FROM ${name} t`
      )
      parts.push(name, ...rows.map(({ row }) => row))
    }
    return parts.join("\n")
  } finally {
    await client.end()
  }
}
