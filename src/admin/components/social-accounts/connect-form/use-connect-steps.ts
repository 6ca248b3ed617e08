import { useState } from "react"
import type { UseFormReturn } from "react-hook-form"
import type { SocialPlatform } from "../../../types/http"
import { flowById } from "../consent/flows"
import { type ConnectValues, defaultSettings } from "./connect-values"

/** Through the platform's consent page, or by a pasted token. */
export type ConnectStep = "platform" | "consent" | "token"

/** Where one is on the way to a connected account. */
export function useConnectSteps(
  form: UseFormReturn<ConnectValues>,
  platforms: SocialPlatform[] | undefined,
  first: ConnectStep
) {
  const [wanted, setWanted] = useState(first)
  const platform = platforms?.find(({ id }) => id === form.watch("platform"))
  const flow = platform && flowById(platform, form.watch("flow"))

  const goTo = async (next: ConnectStep) => {
    if (next !== "platform" && !(await form.trigger("platform"))) {
      return
    }
    if (platform && next === "token") {
      form.setValue("settings", {
        ...defaultSettings(platform, flow?.id),
        ...form.getValues("settings"),
      })
    }
    setWanted(next)
  }

  return { step: reachable(), goTo, platform, flow }

  /** Not every platform has a consent page, and an address may name none. */
  function reachable(): ConnectStep {
    if (platforms && !platform) {
      return "platform"
    }
    return wanted === "consent" && platform && !flow ? "token" : wanted
  }
}
