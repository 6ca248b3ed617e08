import type {
  AbstractSocialPlatform,
  PlatformProfile,
} from "../../../platform-kit"
import { pairCrossPosts } from "../imports/pair-cross-posts"
import { leavesGap, rangeRead } from "../imports/plan-walk"
import {
  groupPublications,
  listAccountsOf,
  listPublications,
  type OtherAccount,
} from "../sql/cross-posts"
import type { Knex } from "../sql/database"
import { noteImported, planNextImport } from "../sql/import-accounts"
import { doubtUnlisted } from "../sql/import-missing"
import { makeUnreadDue, reopenWalk, retireStories } from "../sql/import-posts"
import { endImport, forgetEarlierStoryImports } from "../sql/imports"
import type { SyncAccount } from "../sql/load-claimed"
import type { FinishedImport, ImportRow } from "../types/imports"
import type { ResolvedSocialOptions } from "../types/options"
import type PlatformRegistry from "./platform-registry"

interface Dependencies {
  socialOptions: ResolvedSocialOptions
  platformRegistry: PlatformRegistry
}

interface Walked {
  account: SyncAccount
  platform: AbstractSocialPlatform
}

const HOUR = 60 * 60 * 1000

/** Posts of one publication are at most this far apart. */
const PAIR_MARGIN = HOUR

/** Stories live a day and are read at fixed ages; a list is one call. */
const STORIES_EVERY = 3 * HOUR
/** Accounts that cannot have stories are asked again after a month. */
const NO_STORIES = 30 * 24 * HOUR

/** Ends walks: what is missing, what belongs together, and when to look again. */
export default class ImportEnding {
  private readonly options_: ResolvedSocialOptions
  private readonly registry_: PlatformRegistry

  constructor(dependencies: Dependencies) {
    this.options_ = dependencies.socialOptions
    this.registry_ = dependencies.platformRegistry
  }

  /** Ends a walk that has reached its end. Part of the last page's transaction. */
  async complete(
    trx: Knex,
    walk: ImportRow,
    { account, platform }: Walked,
    now: Date
  ): Promise<FinishedImport> {
    const range = rangeRead(walk)
    const missing = range ? await doubtUnlisted(trx, walk, range, now) : 0
    await this.pair_(trx, walk, account, platform.profile, now)
    if (walk.kind === "full") {
      const cut = walk.limit !== null && walk.found >= walk.limit
      const reached = cut ? walk.oldest_posted_at : walk.since
      const since = reached ?? walk.oldest_posted_at ?? walk.started_at
      await noteImported(trx, walk, since, now)
    } else {
      await noteImported(trx, walk, walk.imported_since, now)
    }
    const failed = walk.problems.some(({ code }) => code === "not_stored")
    const status = failed ? "partial" : "success"
    if (walk.kind === "stories") {
      await retireStories(trx, walk, now)
    }
    if (walk.kind === "stories" && status === "success") {
      await forgetEarlierStoryImports(trx, walk.account_id, walk.id)
    }
    const ended = { ...walk, status, missing } as const
    const next = this.next_(walk, now)
    return this.end_(trx, ended, { next, gap: leavesGap(walk) }, now)
  }

  /** Ends a walk before its end; nothing is said of what it did not see. */
  async cut(
    trx: Knex,
    walk: ImportRow,
    code: string,
    now: Date
  ): Promise<FinishedImport> {
    const status = walk.found > 0 ? "partial" : "failed"
    const next =
      code !== "not_offered"
        ? this.next_(walk, now)
        : walk.kind === "stories"
          ? new Date(now.getTime() + NO_STORIES)
          : null
    const gap = walk.kind !== "stories"
    return this.end_(trx, { ...walk, status }, { next, gap }, now)
  }

  private async end_(
    trx: Knex,
    walk: ImportRow,
    { next, gap }: { next: Date | null; gap: boolean },
    now: Date
  ): Promise<FinishedImport> {
    const { id, account_id, platform, trigger, kind, status } = walk
    const { found, created, updated, missing, problems } = walk
    await makeUnreadDue(trx, walk, now)
    if (gap) {
      await reopenWalk(trx, walk)
    }
    await planNextImport(trx, account_id, kind, next)
    await endImport(trx, id, { status, missing }, now)
    return {
      id,
      account_id,
      platform,
      trigger,
      kind,
      status,
      found,
      created,
      updated,
      missing,
      problems,
    }
  }

  /** When the list is walked again by itself. */
  private next_({ kind }: ImportRow, now: Date): Date {
    const every =
      kind === "stories"
        ? STORIES_EVERY
        : this.options_.import_every_hours * HOUR
    return new Date(now.getTime() + every)
  }

  /** Ties posts to those of other accounts that are the same publication. */
  private async pair_(
    trx: Knex,
    walk: ImportRow,
    account: SyncAccount,
    profile: PlatformProfile,
    now: Date
  ): Promise<void> {
    const from = walk.oldest_posted_at
    if (!from || walk.kind === "stories") {
      return
    }
    const others = await listAccountsOf(trx, this.partnersOf_(profile))
    if (others.length === 0) {
      return
    }
    // Those that belong together have the first say.
    const ordered = others
      .map((other) => ({ other, linked: this.areLinked_(account, other) }))
      .sort((a, b) => Number(b.linked) - Number(a.linked))
    const since = new Date(from.getTime() - PAIR_MARGIN)
    for (const { other, linked } of ordered) {
      const here = await listPublications(trx, account.id, since)
      const there = await listPublications(trx, other.id, since)
      await groupPublications(trx, pairCrossPosts(here, there, linked), now)
    }
  }

  /** Platforms on which the same publication may appear, whichever says so. */
  private partnersOf_({ identifier, cross_posts }: PlatformProfile): string[] {
    return this.registry_
      .list()
      .filter(
        ({ profile }) =>
          profile.identifier === cross_posts?.platform ||
          profile.cross_posts?.platform === identifier
      )
      .map(({ profile }) => profile.identifier)
  }

  private areLinked_(one: OtherAccount, other: OtherAccount): boolean {
    return this.names_(one, other) || this.names_(other, one)
  }

  private names_(one: OtherAccount, other: OtherAccount): boolean {
    const { cross_posts } = this.registry_.find(one.platform)?.profile ?? {}
    return (
      cross_posts?.platform === other.platform &&
      one.settings?.[cross_posts.linked_by] === other.external_id
    )
  }
}
