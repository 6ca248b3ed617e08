import { CURSOR_EXPIRED, type PlatformError } from "../../../platform-kit"
import type { ImportRow } from "../types/imports"
import { goesInCircles, staysEmpty } from "./judge-failure"

/** Pages in a row that repeat what was seen before a list counts as endless. */
const MOST_FRUITLESS = 25

/** Platforms take out what they do not show, and may leave many pages empty. */
const MOST_EMPTY = 500

/** A page as far as it tells whether a walk gets on. */
interface WalkedPage {
  /** Posts on it. */
  listed: number
  /** Those that the walk had not seen. */
  taken: number
}

/** Notices a list that goes round for ever, or gives empty pages for ever. */
export class EndlessList {
  private readonly most_fruitless_: number
  private fruitless_ = 0
  private empty_ = 0

  constructor(row: Pick<ImportRow, "problems">) {
    this.most_fruitless_ = MOST_FRUITLESS + pagesReadAgain(row)
  }

  /** Counts a page. Gives why the walk must end, `null` while it gets on. */
  judge({ listed, taken }: WalkedPage, label: string): PlatformError | null {
    if (listed === 0) {
      // Says nothing about repetition: a list in circles may have empty pages.
      this.empty_++
    } else {
      this.empty_ = 0
      this.fruitless_ = taken > 0 ? 0 : this.fruitless_ + 1
    }
    if (this.fruitless_ >= this.most_fruitless_) {
      return goesInCircles(label)
    }
    return this.empty_ >= MOST_EMPTY ? staysEmpty(label) : null
  }
}

/** What was read before a walk began again brings nothing new the next time. */
const pagesReadAgain = ({ problems }: Pick<ImportRow, "problems">): number =>
  problems
    .filter(({ code }) => code === CURSOR_EXPIRED)
    .reduce((most, { page }) => Math.max(most, page ?? 0), 0)
