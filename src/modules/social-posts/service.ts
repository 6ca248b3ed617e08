import {
  ContainerRegistrationKeys,
  MedusaService,
} from "@medusajs/framework/utils"
import SocialAccount from "./models/social-account"
import SocialAccountSnapshot from "./models/social-account-snapshot"
import SocialCallBudget from "./models/social-call-budget"
import SocialComment from "./models/social-comment"
import SocialImport from "./models/social-import"
import SocialMetricVerdict from "./models/social-metric-verdict"
import SocialPost from "./models/social-post"
import SocialPostSnapshot from "./models/social-post-snapshot"
import SocialRetentionRun from "./models/social-retention-run"
import SocialSyncRun from "./models/social-sync-run"
import type AccountConnector from "./services/account-connector"
import type AccountNotices from "./services/account-notices"
import type AccountHealth from "./services/account-health"
import type AccountRecordService from "./services/account-record-service"
import type AccountRemoval from "./services/account-removal"
import type { RemovalPreview, Revocation } from "./services/account-removal"
import type AccountSettingsService from "./services/account-settings-service"
import type ConnectionChoice from "./services/connection-choice"
import type ConnectionConsent from "./services/connection-consent"
import type ExportService from "./services/export-service"
import type MigrationService from "./services/migration-service"
import type HistoryService from "./services/history-service"
import type ImportService from "./services/import-service"
import type KeyRotation from "./services/key-rotation"
import type PersonRequests from "./services/person-requests"
import type PlatformRegistry from "./services/platform-registry"
import type RetentionService from "./services/retention-service"
import type SyncRunService from "./services/sync-run-service"
import type TokenUpkeep from "./services/token-upkeep"
import type WebhookService from "./services/webhook-service"
import { type AccountFigures, loadAccountFigures } from "./sql/account-figures"
import type { AccountSettings } from "./sql/account-settings"
import { removeExpiredConnections } from "./sql/connections"
import {
  type CommentListing,
  type CommentQuery,
  type CommentThreads,
  listComments,
  listCommentThreads,
} from "./sql/comment-threads"
import {
  type LinkedPosts,
  type ProductLink,
  removeProductLinks,
} from "./sql/product-links"
import { isDouble, type Knex, withPatience } from "./sql/database"
import {
  listPostIds,
  type PostListing,
  type PostListQuery,
} from "./sql/list-posts"
import { batchPosts, type PostBatch } from "./sql/batch-posts"
import {
  changePostId,
  type PostIdChange,
  removeHistory,
  restoreInsights,
} from "./sql/change-post-id"
import { findUnknownPosts, listPostIdsOfAccount } from "./sql/post-ids"
import { markPublished, type Publication } from "./sql/mark-published"
import { listScope, type ScopedPost } from "./sql/claim-posts"
import type { AccountInput, SealedAccount } from "./types/accounts"
import type { AccountCheck } from "./types/health"
import type {
  BegunConnection,
  ChosenAccounts,
  ConnectionChoices,
  ConnectionInput,
  ConnectionRow,
  ConsentAnswer,
  TakenConnection,
} from "./types/connections"
import type { AccountNotice } from "./types/notices"
import { CLOCK, type Clock } from "./types/options"
import type { RenewalReport, ResealReport } from "./types/renewals"
import type {
  PostOutcome,
  StartedRun,
  SyncScope,
  SyncTrigger,
} from "./types/sync"
import { syncedKeys } from "./insights/synced-keys"
import { doublePostError } from "./utils/double-post-error"
import { type PlatformInfo, toPlatformInfo } from "./utils/platform-info"
import { refuseUnknownPosts } from "./utils/refuse-unknown-posts"
import { toMedusaError } from "./utils/to-medusa-error"
import { PlatformError, RENEW_LEAD_MS } from "../../platform-kit"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  personRequests: PersonRequests
  platformRegistry: PlatformRegistry
  accountConnector: AccountConnector
  accountNotices: AccountNotices
  accountHealth: AccountHealth
  accountRecordService: AccountRecordService
  accountRemoval: AccountRemoval
  accountSettingsService: AccountSettingsService
  connectionChoice: ConnectionChoice
  connectionConsent: ConnectionConsent
  exportService: ExportService
  historyService: HistoryService
  importService: ImportService
  keyRotation: KeyRotation
  migrationService: MigrationService
  retentionService: RetentionService
  syncRunService: SyncRunService
  tokenUpkeep: TokenUpkeep
  webhookService: WebhookService
}

/**
 * The module's public service: generated CRUD of the models, and what a store
 * does with social posts. Tokens never pass it in the open, except on their
 * way in through `checkAccount`.
 */
export default class SocialPostsModuleService extends MedusaService({
  SocialAccount,
  SocialAccountSnapshot,
  SocialCallBudget,
  SocialComment,
  SocialImport,
  SocialMetricVerdict,
  SocialPost,
  SocialPostSnapshot,
  SocialRetentionRun,
  SocialSyncRun,
}) {
  /** Accounts themselves, day by day. */
  readonly accountRecord: AccountRecordService
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly registry_: PlatformRegistry
  private readonly connector_: AccountConnector
  private readonly health_: AccountHealth
  private readonly removal_: AccountRemoval
  private readonly settings_: AccountSettingsService
  private readonly choice_: ConnectionChoice
  private readonly consent_: ConnectionConsent
  private readonly runs_: SyncRunService
  private readonly notices_: AccountNotices
  private readonly keys_: KeyRotation
  private readonly upkeep_: TokenUpkeep

  /** Tables of what is kept, as CSV or JSON. */
  readonly exports: ExportService
  /** Takes over what another module kept. */
  readonly migration: MigrationService

  /** What was known of posts, and when. */
  readonly history: HistoryService

  /** Brings an account's posts into the store. */
  readonly imports: ImportService

  /** Keeps nothing for longer than the platforms allow. */
  readonly retention: RetentionService

  /** What platforms tell without being asked. */
  readonly webhooks: WebhookService
  /** Persons who take back what they granted, or want it deleted. */
  readonly personRequests: PersonRequests

  /** What Medusa calls when all modules are there. */
  readonly __hooks = {
    onApplicationStart: async (): Promise<void> =>
      this.keys_.reportUnknownKeys(),
  }

  constructor(dependencies: Dependencies) {
    super(...arguments)
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.accountRecord = dependencies.accountRecordService
    this.registry_ = dependencies.platformRegistry
    this.connector_ = dependencies.accountConnector
    this.health_ = dependencies.accountHealth
    this.removal_ = dependencies.accountRemoval
    this.settings_ = dependencies.accountSettingsService
    this.choice_ = dependencies.connectionChoice
    this.consent_ = dependencies.connectionConsent
    this.runs_ = dependencies.syncRunService
    this.notices_ = dependencies.accountNotices
    this.keys_ = dependencies.keyRotation
    this.imports = dependencies.importService
    this.retention = dependencies.retentionService
    this.history = dependencies.historyService
    this.exports = dependencies.exportService
    this.migration = dependencies.migrationService
    this.upkeep_ = dependencies.tokenUpkeep
    this.webhooks = dependencies.webhookService
    this.personRequests = dependencies.personRequests
  }

  /** The configured platforms. */
  async listPlatforms(): Promise<PlatformInfo[]> {
    return this.registry_.list().map(toPlatformInfo)
  }

  /**
   * Brings a post id to the form its platform stores.
   * @throws MedusaError 400 saying what an id of that platform looks like
   */
  async parsePostId(
    platform: string,
    input: string,
    accountExternalId: string
  ): Promise<string> {
    try {
      return this.registry_
        .retrieve(platform)
        .parsePostId(input, accountExternalId)
    } catch (thrown) {
      throw PlatformError.is(thrown) ? toMedusaError(thrown) : thrown
    }
  }

  /** Checks a token with its platform and seals it. Stores nothing. */
  async checkAccount(input: AccountInput): Promise<SealedAccount> {
    return this.connector_.check(input)
  }

  /** Keeps a checked account. Returns its id. */
  async storeAccount(account: SealedAccount): Promise<string> {
    return this.connector_.store(account)
  }

  /**
   * Begins to connect accounts through a platform's consent page. The answer
   * is for the user alone; it must not be logged or stored.
   * @throws MedusaError 400 naming the field, or the options to set
   */
  async beginConnection(input: ConnectionInput): Promise<BegunConnection> {
    return this.consent_.begin(input)
  }

  /**
   * Takes the consent page's answer and tells what can be connected.
   * @throws MedusaError 400 saying what happened and what to do
   */
  async completeConnection(answer: ConsentAnswer): Promise<ConnectionChoices> {
    return this.choice_.describe(await this.consent_.complete(answer))
  }

  /** @throws MedusaError 404 when the connection is over or somebody else's */
  async retrieveConnection(
    id: string,
    actorId: string
  ): Promise<ConnectionChoices> {
    return this.choice_.retrieve(id, actorId)
  }

  /**
   * Ends a connection with a choice of accounts, for `storeAccount`.
   * @throws MedusaError 400 naming the account that cannot be chosen, or 404
   */
  async takeConnection(chosen: ChosenAccounts): Promise<TakenConnection> {
    return this.choice_.take(chosen)
  }

  /** Makes a taken connection open for another choice. */
  async restoreConnection(connection: ConnectionRow): Promise<void> {
    await this.choice_.restore(connection)
  }

  /** Forgets the connections whose time is over. Returns how many. */
  async forgetConnections(): Promise<number> {
    return withPatience(() => removeExpiredConnections(this.knex_))
  }

  /** Renews the tokens that are due, whoever needs them. */
  async renewTokens(): Promise<RenewalReport> {
    return this.upkeep_.renewDue()
  }

  /**
   * Renews the token of one account now.
   * @throws MedusaError 400 with the reason when it cannot be done
   */
  async renewToken(id: string): Promise<void> {
    await this.upkeep_.renewNow(id)
  }

  /** Takes over what merchants have to be told; to be confirmed when it is. */
  async claimAccountNotices(): Promise<AccountNotice[]> {
    return this.notices_.claim()
  }

  /** Notes that merchants were told. */
  async confirmAccountNotices(sent: readonly AccountNotice[]): Promise<void> {
    await this.notices_.confirm(sent)
  }

  /** Seals every token with the current encryption key. */
  async reseal(): Promise<ResealReport> {
    return this.keys_.reseal()
  }

  /**
   * Changes what merchants may set about an account.
   * @throws MedusaError 400 when nothing would be read of it any more
   */
  async changeAccount(id: string, settings: AccountSettings): Promise<void> {
    await this.settings_.change(id, settings)
  }

  /**
   * Asks the platform how an account is, and keeps what it learns.
   * @throws MedusaError 404 for an unknown account, 400 for a disconnected one
   */
  async checkAccountHealth(id: string): Promise<AccountCheck> {
    return this.health_.check(id)
  }

  /**
   * What removing an account would delete, and what it does at the platform.
   * @throws MedusaError 404 for an unknown account
   */
  async previewRemoval(id: string): Promise<RemovalPreview> {
    return this.removal_.preview(id)
  }

  /**
   * Takes the access of an account back at its platform, as far as no other
   * account needs it. Changes nothing here.
   * @throws MedusaError 404 for an unknown account
   */
  async revokeAccess(id: string): Promise<Revocation> {
    return this.removal_.revoke(id)
  }

  /** Forgets an account's tokens; with `data`, everything that is kept of it. */
  async removeAccount(id: string, data: boolean): Promise<void> {
    await this.removal_.remove(id, data)
  }

  /** Ids of posts in an order that may be any metric, and how many there are. */
  async listPostIds(query: PostListQuery): Promise<PostListing> {
    return listPostIds(this.knex_, query)
  }

  /** What the posts and tokens of some accounts come to. */
  async loadAccountFigures(
    ids: readonly string[]
  ): Promise<Map<string, AccountFigures>> {
    return loadAccountFigures(this.knex_, ids, await this.attentionUntil())
  }

  /** Who has to connect an account again by then is told so. */
  async attentionUntil(): Promise<Date> {
    return new Date(this.clock_().getTime() + RENEW_LEAD_MS)
  }

  /** Ids of a page of comments, one by one, and how many there are. */
  async listComments(query: CommentQuery): Promise<CommentListing> {
    return listComments(this.knex_, query)
  }

  /** Ids of a page of comment threads with their replies, and how many there are. */
  async listCommentThreads(query: CommentQuery): Promise<CommentThreads> {
    return listCommentThreads(this.knex_, query)
  }

  /**
   * Unties posts from their products, e.g. before they are deleted. Returns
   * the ties there were.
   */
  async removeProductLinks(posts: LinkedPosts): Promise<ProductLink[]> {
    return withPatience(() => removeProductLinks(this.knex_, posts))
  }

  /** Ids of all posts of an account. */
  async listPostIdsOfAccount(accountId: string): Promise<string[]> {
    return listPostIdsOfAccount(this.knex_, accountId)
  }

  /**
   * Makes sure that posts exist.
   * @throws MedusaError 400 naming the field and the ids that are not known
   */
  async requirePosts(ids: readonly string[], field: string): Promise<void> {
    refuseUnknownPosts(await findUnknownPosts(this.knex_, ids), field)
  }

  /**
   * Changes the status of some posts and deletes others: all or nothing.
   * @throws MedusaError 400 naming the ids that are not known
   */
  async batchPosts(batch: PostBatch): Promise<void> {
    await withPatience(() =>
      this.knex_.transaction((trx) => batchPosts(trx, batch, this.clock_()))
    )
  }

  /** What stands in the way of reading a post now; `null` for unknown posts. */
  async findSyncObstacle(
    postId: string,
    force: boolean
  ): Promise<ScopedPost | null> {
    const now = this.clock_()
    const platforms = this.registry_.list()
    const [post] = await listScope(
      this.knex_,
      { post_ids: [postId], force },
      {
        now,
        limit: 1,
        fresh_after: new Date(now.getTime() - this.runs_.freshnessMs()),
        platforms: platforms.map(({ profile }) => profile.identifier),
      }
    )
    return post ?? null
  }

  /** Creates a run and claims its posts; `null` when there is nothing to do. */
  async startSyncRun(
    trigger: SyncTrigger,
    scope: SyncScope
  ): Promise<StartedRun | null> {
    return this.runs_.start(trigger, scope)
  }

  /** Reads the posts of a run and ends it. */
  async workSyncRun(
    runId: string,
    worker: string,
    options: { collect?: boolean } = {}
  ): Promise<PostOutcome[]> {
    return this.runs_.work(runId, worker, options)
  }

  /** Finishes runs whose process died. */
  async resumeAbandonedRuns(): Promise<string[]> {
    return this.runs_.resumeAbandoned()
  }

  /**
   * Marks a post as published; its first reading is due a minute later.
   * @throws MedusaError 400 when another post of the account has the id
   */
  async markPublished(publication: Publication): Promise<void> {
    try {
      await withPatience(() =>
        markPublished(this.knex_, publication, this.clock_())
      )
    } catch (error) {
      throw isDouble(error)
        ? doublePostError(publication.platform_post_id)
        : error
    }
  }

  /**
   * Makes a row stand for another post of its platform, without what was read
   * of the earlier one. Its history and comments are left to `removeHistory`.
   * @throws MedusaError 400 when another post of the account has the id
   */
  async changePostId(change: PostIdChange): Promise<void> {
    const { profile } = this.registry_.retrieve(change.platform)
    try {
      await withPatience(() =>
        changePostId(this.knex_, change, syncedKeys(profile), this.clock_())
      )
    } catch (error) {
      throw isDouble(error) ? doublePostError(change.platform_post_id) : error
    }
  }

  /** Puts a post's `insights` back exactly as they were. */
  async restoreInsights(postId: string, insights: unknown): Promise<void> {
    await withPatience(() => restoreInsights(this.knex_, postId, insights))
  }

  /** Forgets every reading and comment of a post, for good. */
  async removeHistory(postId: string): Promise<void> {
    await withPatience(() =>
      this.knex_.transaction((trx) => removeHistory(trx, postId))
    )
  }

  /**
   * Makes sure that no post of an account has an id yet.
   * @throws MedusaError 400 naming the post that has it
   */
  async refuseDouble(
    account_id: string,
    platform_post_id: string
  ): Promise<void> {
    const [existing] = await this.listSocialPosts(
      { account_id, platform_post_id },
      { select: ["id"], take: 1 }
    )
    if (existing) {
      throw doublePostError(platform_post_id, `post ${existing.id}`)
    }
  }
}
