import { SandboxClock } from "./clock"
import {
  SandboxPlatform,
  SandboxPlatformFactory,
  WorldAccount,
  WorldOptions,
  WorldPost,
} from "./types"

/** All stand-in platforms of one sandbox, built for one set of options. */
export class World {
  private platforms: SandboxPlatform[] = []
  private by_host = new Map<string, SandboxPlatform>()
  private current_seed = 1

  constructor(
    private readonly factories: SandboxPlatformFactory[],
    private readonly clock: SandboxClock
  ) {}

  get seed(): number {
    return this.current_seed
  }

  build(options: WorldOptions): void {
    const seed = options.seed ?? 1
    this.clock.set(options.now ?? new Date().toISOString())
    const environment = { seed, now: () => this.clock.now() }
    const platforms = this.factories.map((build) => build(environment, options))
    const by_host = new Map<string, SandboxPlatform>()
    for (const platform of platforms) {
      for (const host of platform.hosts) {
        if (by_host.has(host)) {
          throw new Error(`Two platforms answer for ${host}`)
        }
        by_host.set(host, platform)
      }
    }
    this.current_seed = seed
    this.platforms = platforms
    this.by_host = by_host
  }

  onHost(host: string): SandboxPlatform | undefined {
    return this.by_host.get(host)
  }

  named(name: string): SandboxPlatform | undefined {
    return this.platforms.find(
      (platform) =>
        platform.name === name ||
        platform.platforms?.some((held) => held === name)
    )
  }

  /** Names the ledger lists even before the first call. */
  names(): string[] {
    return this.platforms.flatMap(
      (platform): string[] => platform.platforms ?? [platform.name]
    )
  }

  accounts(): WorldAccount[] {
    return this.platforms.flatMap((platform) => platform.accounts())
  }

  posts(): WorldPost[] {
    return this.platforms.flatMap((platform) => platform.posts())
  }

  stories(): WorldPost[] {
    return this.platforms.flatMap((platform) => platform.stories?.() ?? [])
  }
}
