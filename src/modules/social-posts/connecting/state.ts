import { createHash, randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"

/** Ties the answer of a consent page to the user who went there. */
export const newState = () => randomBytes(32).toString("base64url")

/** The only form in which a state is stored. */
export const hashState = (state: string) =>
  createHash("sha256").update(state, "utf8").digest("base64url")

const SENTENCES = {
  unknown:
    "This sign-in was used already, or was not begun in this store. Start again from the accounts page.",
  expired:
    "This sign-in took longer than ten minutes. Start again from the accounts page.",
  foreign:
    "This sign-in was begun by another user. Start again from the accounts page with your own.",
} as const

/** 400 for a state that cannot be used. */
export const stateError = (why: keyof typeof SENTENCES) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, SENTENCES[why], why)

/** 404 for a connection that ended, never was, or is somebody else's. */
export const connectionOver = (id: string) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Connection ${id} is over: its accounts were chosen already, or more than 30 minutes have passed. Start again from the accounts page.`
  )
