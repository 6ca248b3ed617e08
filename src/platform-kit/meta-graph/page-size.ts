import type { PlatformCall } from "../contract"
import { PlatformError } from "../errors"
import { GRAPH_CODES } from "./error-table"

/** Smaller pages help with one heavy stretch of a list, not with all of it. */
const SMALLEST_REMEMBERED = 25

/** Part of a verdict's key, beside the metrics of an account. */
const VERDICT_TYPE = "page_size"

/**
 * How many entries of a list are asked for at once. Halved when it is too much
 * for Meta, which is remembered for the account, so that the next walk begins
 * with the size that works.
 */
export class PageSize {
  private size_: number

  constructor(
    private readonly call_: PlatformCall,
    private readonly list_: string,
    largest: number
  ) {
    this.size_ = largest
    while (this.size_ > SMALLEST_REMEMBERED && this.isTooLarge_()) {
      this.size_ = Math.ceil(this.size_ / 2)
    }
  }

  /**
   * Asks with the present size, and with smaller ones until the answer comes.
   * @throws PlatformError anything but "too much data"; that one for one entry
   */
  async ask<T>(read: (limit: number) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await read(this.size_)
      } catch (thrown) {
        const error = PlatformError.from(thrown)
        if (error.code !== GRAPH_CODES.too_much_data || this.size_ <= 1) {
          throw error
        }
        this.shrink_()
      }
    }
  }

  private shrink_(): void {
    if (this.size_ > SMALLEST_REMEMBERED) {
      this.call_.verdicts.refuse(this.host_(), VERDICT_TYPE, `${this.size_}`)
    }
    this.size_ = Math.ceil(this.size_ / 2)
  }

  private isTooLarge_(): boolean {
    const { verdicts } = this.call_
    return verdicts.isRefused(this.host_(), VERDICT_TYPE, `${this.size_}`)
  }

  private host_(): string {
    return `${this.call_.account.id}/${this.list_}`
  }
}
