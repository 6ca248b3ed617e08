import type { Sandbox } from "../../../platform-sandbox"
import type { Store } from "../../utils/store-module"
import { newTally, type Tally } from "./minimum"
import { PLATFORMS } from "./scenery"

/** What a kind of work cost, and what it had to. */
export interface Cost {
  made: Tally
  least: Tally
}

/** Splits the calls of the ledger by the work that made them. */
export class Calls {
  readonly costs: Record<string, Cost> = {}
  /** Real seconds that each kind of work took. */
  readonly seconds: Record<string, number> = {}

  /** Statements that each kind of work sent to the database. */
  readonly statements: Record<string, number> = {}
  private count_ = 0

  constructor(
    private readonly ledger_: Sandbox["ledger"],
    { knex }: Pick<Store, "knex">
  ) {
    knex.on("query", () => void this.count_++)
  }

  /** Counts the calls that something makes. */
  async of<T>(work: string, make: () => Promise<T>): Promise<T> {
    const before = this.now_()
    const began = performance.now()
    const count = this.count_
    try {
      return await make()
    } finally {
      const after = this.now_()
      this.seconds[work] =
        (this.seconds[work] ?? 0) + (performance.now() - began) / 1000
      this.statements[work] = (this.statements[work] ?? 0) + this.count_ - count
      const { made } = this.cost_(work)
      for (const platform of PLATFORMS) {
        made[platform] += after[platform] - before[platform]
      }
    }
  }

  /** Counts calls that had to be made. */
  needed(work: string, tally: Partial<Tally>): void {
    const { least } = this.cost_(work)
    for (const platform of PLATFORMS) {
      least[platform] += tally[platform] ?? 0
    }
  }

  private cost_(work: string): Cost {
    return (this.costs[work] ??= { made: newTally(), least: newTally() })
  }

  private now_(): Tally {
    const { platforms } = this.ledger_.summary()
    const tally = newTally()
    for (const platform of PLATFORMS) {
      tally[platform] = platforms[platform]?.calls ?? 0
    }
    return tally
  }
}
