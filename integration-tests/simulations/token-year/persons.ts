import type { Sandbox } from "../../../platform-sandbox"
import type { AccountNotice } from "../../../src/modules/social-posts/types/notices"
import { connectByConsent } from "../../utils/connect-by-consent"
import type { Part } from "./cast"
import type { Stores } from "./stores"

const DAY = 24 * 3_600_000

/** The people behind the accounts: they connect them, at first and when asked. */
export class Persons {
  /** When who will connect which account again. */
  private readonly plans_ = new Map<string, number>()

  constructor(
    private readonly stores_: Stores,
    private readonly sandbox_: Sandbox
  ) {}

  /** Connects an account through the consent page. Gives its id. */
  async connect(part: Part, accountId?: string): Promise<string> {
    const store = await this.stores_.current(part.platforms)
    this.sandbox_.world
      .named("linkedin")
      ?.set({ refresh_tokens: part.partner ?? false })
    const [id] = await connectByConsent(store.service, {
      ...part.connect,
      account_id: accountId,
      choose: ({ external_id }) => external_id === part.external_id,
    })
    this.sandbox_.world.named("linkedin")?.set({ refresh_tokens: true })
    if (!id || (accountId && id !== accountId)) {
      throw new Error(`${part.name} was not connected: ${id}`)
    }
    return id
  }

  /** A person reads a notice and plans accordingly. */
  read(notice: AccountNotice, { person }: Part, now: number): void {
    const { account_id, kind } = notice
    if (this.plans_.has(account_id)) {
      return
    }
    if (person === "diligent") {
      this.plans_.set(account_id, now + 2 * DAY)
    } else if (kind === "needs_reconnect") {
      this.plans_.set(account_id, now + DAY)
    }
  }

  /** Whether the person connects the account at this moment. */
  acts(accountId: string, now: number): boolean {
    const plan = this.plans_.get(accountId)
    if (plan === undefined || plan > now) {
      return false
    }
    this.plans_.delete(accountId)
    return true
  }

  /** Whether the person has been told and has not done it yet. */
  knows(accountId: string): boolean {
    return this.plans_.has(accountId)
  }
}
