import { MedusaError } from "@medusajs/framework/utils"
import type { AbstractSocialPlatform } from "../../../platform-kit"
import { PLATFORM_PREFIX } from "../utils/platform-key"

/** The platforms of this store, by identifier or alias. */
export default class PlatformRegistry {
  private readonly platforms_ = new Map<string, AbstractSocialPlatform>()

  constructor(container: Record<string, unknown>) {
    const keys = Object.keys(container).filter((key) =>
      key.startsWith(PLATFORM_PREFIX)
    )
    for (const key of keys.sort()) {
      const platform = container[key] as AbstractSocialPlatform
      const { identifier } = platform.profile
      if (this.platforms_.has(identifier)) {
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `The social platform "${identifier}" is registered twice. Register each platform once.`
        )
      }
      this.platforms_.set(identifier, platform)
    }
  }

  /** All platforms, by identifier. */
  list(): AbstractSocialPlatform[] {
    return [...this.platforms_.values()]
  }

  /** The platform behind a name or one of its aliases; `null` when there is none. */
  find(name: string): AbstractSocialPlatform | null {
    const wanted = name.toLowerCase()
    return (
      this.platforms_.get(wanted) ??
      this.list().find(({ profile }) => profile.aliases.includes(wanted)) ??
      null
    )
  }

  /** @throws MedusaError naming the platforms that exist */
  retrieve(name: string): AbstractSocialPlatform {
    const platform = this.find(name)
    if (!platform) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `platform "${name}" is not known. Configured platforms: ${this.names()}.`
      )
    }
    return platform
  }

  names(): string {
    return [...this.platforms_.keys()].join(", ") || "(none)"
  }
}
