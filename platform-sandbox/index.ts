import { Sandbox, SandboxOptions, startSandbox } from "./core/server"
import { SandboxPlatformFactory } from "./core/types"
import linkedin from "./linkedin"
import meta from "./meta"
import twitter from "./twitter"

/**
 * The stand-in platforms a sandbox holds. A new platform is added here and
 * nowhere else.
 */
export const PLATFORMS: SandboxPlatformFactory[] = [meta, twitter, linkedin]

/** Starts the sandbox on 127.0.0.1; platforms are reached at `<url>/<host>/…`. */
export function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  return startSandbox(PLATFORMS, options)
}

export type { Sandbox, SandboxOptions } from "./core/server"
export * from "./core/types"
