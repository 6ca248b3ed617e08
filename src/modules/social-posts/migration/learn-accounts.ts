import type { Knex } from "../sql/database"
import { readRows } from "../sql/old-store"
import type { OldConnections } from "./connections"
import type { MigrationSource } from "./find-source"
import { readPublishResults } from "./publish-results"
import { readOldRow } from "./old-row"
import { networksOf } from "./old-names"
import { toId } from "../../../platform-kit"

/** The ids of Facebook posts begin with their Page's. */
const PAGE_POST = /^(\d+)_\d+$/

/**
 * Learns from the ids of posts whose they are. The old configuration need not
 * say it, and ids without the Page's part cannot be completed otherwise.
 */
export async function learnAccounts(
  knex: Knex,
  { posts, columns }: MigrationSource,
  connections: OldConnections,
  size: number
): Promise<void> {
  for await (const texts of readRows(knex, posts, size)) {
    for (const text of texts) {
      const row = readOldRow(text, columns)
      const { insights } = row
      const ids = [
        insights.facebook_post_id,
        insights.fb_post_id,
        ...[insights.publish_results, row.publish_results]
          .flatMap(readPublishResults)
          .filter(({ platform }) => networksOf(platform).includes("facebook"))
          .map(({ id }) => id),
      ]
      for (const id of ids) {
        const page = PAGE_POST.exec(toId(id) ?? "")?.[1]
        if (page) {
          connections.learn(row.platform_id, "facebook", page)
        }
      }
    }
  }
}
