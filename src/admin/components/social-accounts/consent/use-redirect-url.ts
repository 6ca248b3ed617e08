import { useHref } from "react-router-dom"
import { CALLBACK_PATH } from "../../../lib/callback-path"

/** The address of this admin's callback page, as platforms must know it. */
export const useRedirectUrl = (): string =>
  new URL(useHref(CALLBACK_PATH), window.location.origin).href
