import {
  ContainerRegistrationKeys,
  MedusaService,
} from "@medusajs/framework/utils"
import SocialAccount from "./models/social-account"
import SocialCallBudget from "./models/social-call-budget"
import SocialComment from "./models/social-comment"
import SocialConnection from "./models/social-connection"
import SocialCredential from "./models/social-credential"
import SocialMetricVerdict from "./models/social-metric-verdict"
import SocialPost from "./models/social-post"
import SocialPostSnapshot from "./models/social-post-snapshot"
import SocialSyncRun from "./models/social-sync-run"
import type AccountConnector from "./services/account-connector"
import type PlatformRegistry from "./services/platform-registry"
import type SyncRunService from "./services/sync-run-service"
import { type AccountFigures, loadAccountFigures } from "./sql/account-figures"
import {
  type CommentThreadQuery,
  type CommentThreads,
  listCommentThreads,
} from "./sql/comment-threads"
import {
  type LinkedPosts,
  type ProductLink,
  removeProductLinks,
} from "./sql/product-links"
import { removeAccount } from "./sql/remove-account"
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
import { PlatformError } from "../../platform-kit"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  platformRegistry: PlatformRegistry
  accountConnector: AccountConnector
  syncRunService: SyncRunService
}

/**
 * The module's public service: generated CRUD of the models, and what a store
 * does with social posts. Tokens never pass it in the open, except on their
 * way in through `checkAccount`.
 */
export default class SocialPostsModuleService extends MedusaService({
  SocialAccount,
  SocialCallBudget,
  SocialComment,
  SocialConnection,
  SocialCredential,
  SocialMetricVerdict,
  SocialPost,
  SocialPostSnapshot,
  SocialSyncRun,
}) {
  private readonly knex_: Knex
  private readonly registry_: PlatformRegistry
  private readonly connector_: AccountConnector
  private readonly runs_: SyncRunService

  constructor(dependencies: Dependencies) {
    super(...arguments)
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.registry_ = dependencies.platformRegistry
    this.connector_ = dependencies.accountConnector
    this.runs_ = dependencies.syncRunService
  }

  /** The configured platforms. */
  async listPlatforms(): Promise<PlatformInfo[]> {
    return this.registry_.list().map(({ profile }) => toPlatformInfo(profile))
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

  /** Forgets an account's token; with `data`, its posts and history too. */
  async removeAccount(id: string, data: boolean): Promise<void> {
    await withPatience(() =>
      this.knex_.transaction((trx) => removeAccount(trx, id, data, new Date()))
    )
  }

  /** Ids of posts in an order that may be any metric, and how many there are. */
  async listPostIds(query: PostListQuery): Promise<PostListing> {
    return listPostIds(this.knex_, query)
  }

  /** Figures of the posts of some accounts; accounts without posts have none. */
  async loadAccountFigures(
    ids: readonly string[]
  ): Promise<Map<string, AccountFigures>> {
    return loadAccountFigures(this.knex_, ids)
  }

  /** Ids of a page of the comment threads below a post, and how many there are. */
  async listCommentThreads(
    postId: string,
    query: CommentThreadQuery
  ): Promise<CommentThreads> {
    return listCommentThreads(this.knex_, postId, query)
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
      this.knex_.transaction((trx) => batchPosts(trx, batch, new Date()))
    )
  }

  /** What stands in the way of reading a post now; `null` for unknown posts. */
  async findSyncObstacle(
    postId: string,
    force: boolean
  ): Promise<ScopedPost | null> {
    const now = new Date()
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
        markPublished(this.knex_, publication, new Date())
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
        changePostId(this.knex_, change, syncedKeys(profile), new Date())
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
