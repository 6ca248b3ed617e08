import { MedusaError } from "@medusajs/framework/utils"

const notAllowed = (message: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message)

export const unknownAccount = (id: string) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Social account with id: ${id} was not found`
  )

export const accountNotActive = (reason: string | null) =>
  notAllowed(
    `The account's posts cannot be imported. ${reason ?? "Reconnect or resume it."}`
  )

/** @throws always, so that it can stand where a platform is expected */
export function platformNotConfigured(platform: string): never {
  throw notAllowed(
    `The platform "${platform}" is not configured in this store. Add it to the plugin's providers.`
  )
}

export const cannotList = (label: string, ability: "list_posts" | "stories") =>
  notAllowed(
    ability === "stories"
      ? `On ${label}, there are no stories to be found.`
      : `On ${label}, posts cannot be listed. Add posts by their id instead.`
  )

/** `id` is `null` when it began in this very moment. */
export const importRuns = (id: string | null) =>
  notAllowed(
    `The account's posts are being imported already${id ? ` by import ${id}` : ""}. Wait until it has ended.`
  )
