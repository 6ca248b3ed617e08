import { SandboxEnvironment } from "../core/types"

/** Something that is published while the sandbox runs. */
export interface Publication {
  /** Name of a plan's kind: `FEED`, `REELS`, `photo`, … */
  kind: string
  /** Milliseconds; in the future it shows itself when the clock gets there. */
  posted: number
  /** Id of the Instagram media whose text it has (Facebook). */
  text_of?: string
}

/** Reads `{ publish: "FEED", posted_at?, text_of? }`; undefined when it is none. */
export function readPublication(
  change: Record<string, unknown>,
  environment: SandboxEnvironment
): Publication | undefined {
  const { publish: kind, posted_at, text_of } = change
  if (typeof kind !== "string") {
    return undefined
  }
  const posted =
    typeof posted_at === "string"
      ? Date.parse(posted_at)
      : environment.now().getTime()
  return {
    kind,
    posted,
    ...(typeof text_of === "string" && { text_of }),
  }
}
