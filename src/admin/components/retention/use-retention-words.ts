import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { readableName } from "../../lib/readable-name"
import { platformLook } from "../../lib/platforms"
import type { SocialRetentionRun } from "../../types/http"
import { keptFor, removedOf } from "./kept-for"

/** What belongs to no platform. */
const STORE = "store"

/** Retention in words: what it is about, how long, and what was removed. */
export function useRetentionWords() {
  const { t } = useTranslation("social")
  const format = useFormat()
  const dataOf = (data: string) =>
    t(`retention.data.${data}`, { defaultValue: readableName(data) })
  return {
    dataOf,
    kept: (hours: number): string => {
      const kept = keptFor(hours)
      return kept
        ? t(`retention.kept.${kept.unit}`, {
            count: kept.count,
            number: format.number(kept.count),
          })
        : t("retention.kept.withPost")
    },
    /** One line for each thing, e.g. "12 × comments (LinkedIn)". */
    removed: (run: Pick<SocialRetentionRun, "removed">): string[] =>
      removedOf(run.removed ?? {}).map(({ platform, data, count }) =>
        t(
          platform === STORE
            ? "retention.removedOfStore"
            : "retention.removedLine",
          {
            number: format.number(count),
            data: dataOf(data),
            platform: platformLook(platform).label,
          }
        )
      ),
  }
}
