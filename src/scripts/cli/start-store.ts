import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { SOCIAL_POSTS_MODULE } from "../../modules/social-posts"
import type SocialPostsModuleService from "../../modules/social-posts/service"
import { textOf } from "../../platform-kit"

/** The store of a folder, without a server and without jobs. */
export interface StartedStore {
  container: MedusaContainer
  socialPosts: SocialPostsModuleService
  stop(): Promise<void>
}

/** The store cannot be started; one sentence with what to do. */
export class StartError extends Error {
  readonly name = "StartError"
}

const CONFIGS = ["ts", "js", "mjs", "cjs"].map((end) => `medusa-config.${end}`)

interface Loaders {
  default: (options: {
    directory: string
    expressApp: unknown
    skipLoadingEntryPoints: boolean
  }) => Promise<{ container: MedusaContainer; shutdown: () => Promise<void> }>
}

/**
 * Starts the store of a folder as `medusa exec` does.
 * @throws StartError
 */
export async function startStore(directory: string): Promise<StartedStore> {
  if (!CONFIGS.some((name) => existsSync(join(directory, name)))) {
    throw new StartError(
      `There is no medusa-config in ${directory}. Run the command in the folder of the Medusa application.`
    )
  }
  const { container, shutdown } = await bootStore(directory)
  if (!container.hasRegistration(SOCIAL_POSTS_MODULE)) {
    await shutdown()
    throw new StartError(
      'The store does not have the plugin: add "medusa-plugin-social-insights" to "plugins" in medusa-config.'
    )
  }
  return {
    container,
    socialPosts:
      container.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE),
    stop: shutdown,
  }
}

async function bootStore(directory: string) {
  try {
    // The store's own Medusa, not one that lies beside the plugin.
    const load = createRequire(join(directory, "medusa-config.js"))
    const { default: boot } = load("@medusajs/medusa/loaders/index") as Loaders
    return await boot({
      directory,
      expressApp: {},
      skipLoadingEntryPoints: true,
    })
  } catch (error) {
    const reason = textOf(error)
    throw new StartError(`The store could not be started: ${reason}`)
  }
}
