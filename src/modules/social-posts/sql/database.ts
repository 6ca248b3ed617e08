import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { toRecord, waitBeforeRetry } from "../../../platform-kit"

export type { Knex }

/** Longest time a write waits for the database to come back. */
const PATIENCE_MS = 2 * 60 * 1000

/** PostgreSQL and socket codes that mean "the database is away", not "wrong". */
const AWAY = new Set([
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08001",
  "08003",
  "08006",
  "53300",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
])
const AWAY_TEXT =
  /connection terminated|connection ended|timeout acquiring a connection|terminating connection|server closed the connection|connection error and is not queryable|not currently accepting connections/i

/** Two transactions in each other's way: one of them is simply tried again. */
const COLLIDED = new Set(["40001", "40P01"])

/** The database is away or busy: the same work can succeed later. */
export function isPassing(error: unknown): boolean {
  const { code, message, name } = error as {
    code?: string
    message?: string
    name?: string
  }
  return (
    (code !== undefined && (AWAY.has(code) || COLLIDED.has(code))) ||
    name === "KnexTimeoutError" ||
    AWAY_TEXT.test(message ?? "")
  )
}

/** PostgreSQL refuses a value (class 22) or a constraint does (class 23). */
export function isRefused(error: unknown): error is { code: string } {
  const { code } = error as { code?: unknown }
  return typeof code === "string" && /^2[23]...$/.test(code)
}

/** Another row has this unique value already. */
export function isDouble(error: unknown): boolean {
  return isRefused(error) && error.code === "23505"
}

/**
 * Runs database work that may be repeated, and waits out a database that goes
 * away for a while. The work must be safe to run twice: a commit whose
 * acknowledgement was lost is repeated too.
 */
export async function withPatience<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error) || Date.now() > deadline) {
        throw error
      }
      await waitBeforeRetry(Math.min(attempt, 5), 200)
    }
  }
}

/**
 * JSON for a `jsonb` parameter. PostgreSQL refuses the NUL character and lone
 * surrogates, which platforms do send in comments.
 */
export function toJsonb(value: unknown): string {
  const text = JSON.stringify(value)
  return /\\u0000|\\ud[89a-f]/i.test(text)
    ? JSON.stringify(value, (_key, part) => withWellFormedTexts(part))
    : text
}

/** Texts and keys of one level; the levels below get their own turn. */
function withWellFormedTexts(part: unknown): unknown {
  if (typeof part === "string") {
    return wellFormed(part)
  }
  const record = toRecord(part)
  return record
    ? Object.fromEntries(
        Object.entries(record).map(([key, value]) => [wellFormed(key), value])
      )
    : part
}

function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8").replaceAll("\0", "")
}

/**
 * Stored `insights` as an object, for SQL: stores keep what they like in a
 * JSON column, and `null`, arrays and texts cannot be merged into.
 */
export const insightsOf = (column: string) =>
  `CASE WHEN jsonb_typeof(${column}) = 'object' THEN ${column} ELSE '{}'::jsonb END`
