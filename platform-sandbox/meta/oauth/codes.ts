import { SandboxEnvironment } from "../../core/types"
import { Person } from "./people"
import { TokenMint } from "./token-mint"

/** What a person agreed to in a dialog. */
export interface Grant {
  app_id: string
  /** As the dialog got it; the exchange must repeat it byte for byte. */
  redirect_uri: string
  person: Person
  scopes: string[]
  /** Asked for and taken off the list. */
  declined: string[]
  /** A configuration for system users: the token belongs to the business. */
  system: boolean
  /** That token ends after 60 days. */
  ends: boolean
}

export interface IssuedCode extends Grant {
  /** Milliseconds. */
  expires_at: number
  used: boolean
}

/** Authorization codes that dialogs gave out; each opens one exchange. */
export class CodeBook {
  private readonly by_text = new Map<string, IssuedCode>()

  constructor(
    private readonly environment: SandboxEnvironment,
    private readonly mint: TokenMint
  ) {}

  issue(grant: Grant, lifetime_ms: number): string {
    const text = this.mint.code()
    const expires_at = this.environment.now().getTime() + lifetime_ms
    this.by_text.set(text, { ...grant, expires_at, used: false })
    return text
  }

  /** A code is of no use to another app. */
  find(text: string | undefined, app_id: string): IssuedCode | undefined {
    const code = this.by_text.get(text ?? "")
    return code?.app_id === app_id ? code : undefined
  }

  expired({ expires_at }: IssuedCode): boolean {
    return this.environment.now().getTime() >= expires_at
  }
}
