import { asFunction, Lifetime } from "@medusajs/framework/awilix"
import { moduleProviderLoader } from "@medusajs/framework/modules-sdk"
import type {
  Constructor,
  LoaderOptions,
  ModuleProvider,
} from "@medusajs/framework/types"
import type { AbstractSocialPlatform } from "../../../platform-kit"
import { PLATFORM_PREFIX } from "../utils/platform-key"

type PlatformClass = Constructor<AbstractSocialPlatform> & {
  LIFE_TIME?: "SINGLETON" | "SCOPED" | "TRANSIENT"
}

/** Registers each configured platform with the options of its own entry. */
const registerPlatforms = async ({
  container,
  options,
}: LoaderOptions<{ providers?: ModuleProvider[] }>) => {
  await moduleProviderLoader({
    container,
    providers: options?.providers ?? [],
    registerServiceFn: async (
      platform: PlatformClass,
      moduleContainer,
      entry: { id: string; options?: Record<string, unknown> }
    ) => {
      moduleContainer.register({
        [PLATFORM_PREFIX + entry.id]: asFunction(
          (cradle) => new platform(cradle, entry.options ?? {}),
          { lifetime: platform.LIFE_TIME ?? Lifetime.SINGLETON }
        ),
      })
    },
  })
}

export default registerPlatforms
