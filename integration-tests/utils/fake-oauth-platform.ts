import {
  type AuthorizeRequest,
  bareTokens,
  type ConnectionFlow,
  type Discovery,
  type ExchangeRequest,
  type FoundAccount,
  PlatformError,
  refusedConnection,
} from "../../src/platform-kit"
import { FakePlatform } from "./fake-platform"

/** A code of it opens these accounts; anything else is refused. */
const CODE = "fake-code-1234567890"

/** The fake platform with a consent page that always agrees. */
export class FakeOAuthPlatform extends FakePlatform {
  static code = CODE
  static missing: string[] = []
  static discovery: Discovery
  static authorized: AuthorizeRequest[] = []
  static exchanged: ExchangeRequest[] = []
  /** Happens instead of the exchange. */
  static trouble: (() => Promise<never>) | null = null

  static override reset() {
    FakePlatform.reset()
    FakeOAuthPlatform.missing = []
    FakeOAuthPlatform.discovery = {
      accounts: [foundAccount("one"), foundAccount("two")],
      advice: [],
      granted_scopes: ["read", "comments"],
    }
    FakeOAuthPlatform.authorized = []
    FakeOAuthPlatform.exchanged = []
    FakeOAuthPlatform.trouble = null
  }

  override connectionFlows(): ConnectionFlow[] {
    return [
      {
        id: "default",
        label: "Fake login",
        help: "Nothing is needed.",
        scopes: [
          { name: "read", reason: "To read.", needed_for: "connection" },
          { name: "comments", reason: "To listen.", needed_for: "comments" },
        ],
        missing_options: FakeOAuthPlatform.missing,
        pkce: true,
      },
    ]
  }

  override authorize(request: AuthorizeRequest): string {
    FakeOAuthPlatform.authorized.push(request)
    const query = new URLSearchParams({
      state: request.state,
      redirect_uri: request.redirect_uri,
    })
    return `https://fake.example.com/consent?${query}`
  }

  override async exchange(request: ExchangeRequest): Promise<Discovery> {
    FakeOAuthPlatform.exchanged.push(request)
    await FakeOAuthPlatform.trouble?.()
    if (request.code !== CODE) {
      throw refusedConnection(
        "authorization_code",
        `Fake does not know the code ${request.code}. Start again.`
      )
    }
    return FakeOAuthPlatform.discovery
  }
}

/** An account of the fake platform, as a discovery finds it. */
export function foundAccount(
  external_id: string,
  change: Partial<FoundAccount> = {}
): FoundAccount {
  return {
    description: {
      external_id,
      username: `user_${external_id}`,
      display_name: `Account ${external_id}`,
      avatar_url: null,
      account_type: "business",
      followers_count: 1200,
      posts_count: 12,
      scopes: null,
      token_expires_at: null,
    },
    other_ids: [],
    settings: {},
    tokens: {
      ...bareTokens(FakePlatform.token),
      refresh_token: `fake-refresh-${external_id}`,
      expires_at: new Date("2027-01-01T00:00:00Z"),
      granted_by: "person-1",
      own_app: true,
    },
    obstacle: null,
    ...change,
  }
}

/** The platform is away. */
export const away = async (): Promise<never> => {
  throw new PlatformError({
    kind: "transient",
    scope: "account",
    code: "503",
    message: "Fake is away. Try again in a few minutes.",
  })
}
