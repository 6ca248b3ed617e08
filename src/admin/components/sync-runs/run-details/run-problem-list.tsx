import { Container, Heading, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialSyncRun } from "../../../types/http"
import { groupProblems } from "../progress"
import { matchGroup } from "../search-problems"
import { ProblemGroupItem } from "./problem-group"
import { useProblemPosts } from "./use-problem-posts"

/** From here on it is quicker to search than to look. */
const MANY = 5

interface RunProblemListProps {
  run: SocialSyncRun
}

/** What went wrong and with which posts, by reason. */
export const RunProblemList = ({ run }: RunProblemListProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const [search, setSearch] = useState("")
  const groups = groupProblems(run.problems)
  const kept = groups.reduce((sum, { post_ids }) => sum + post_ids.length, 0)
  const posts = useProblemPosts(groups)
  const shown = groups.flatMap(
    (group) => matchGroup(group, posts.found, search) ?? []
  )
  const more = run.more_problems ?? 0
  if (kept === 0) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <Heading level="h2">{t("runs.problems.title")}</Heading>
        {kept > MANY && (
          <Input
            size="small"
            value={search}
            aria-label={t("runs.problems.search")}
            placeholder={t("runs.problems.search")}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
      </div>
      {shown.map((group) => (
        <ProblemGroupItem key={group.key} group={group} posts={posts} />
      ))}
      {shown.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("runs.problems.none")}
        </Text>
      )}
      {more > 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("runs.problems.more", {
            count: more,
            kept: format.number(kept),
            more: format.number(more),
          })}
        </Text>
      )}
    </Container>
  )
}
