import { Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { platformLook } from "../../../lib/platforms"
import type { PostInsights, SocialPostSnapshot } from "../../../types/http"
import { changeOf } from "../timeline/series"
import { MetricCell } from "./metric-cell"
import { groupMetrics, type MetricGroup } from "./metric-groups"
import { NotOffered } from "./not-offered"
import type { PanelPost } from "./use-panel-post"

interface MetricGridProps {
  post: PanelPost
  insights: PostInsights
  /** Newest first; tells how numbers changed. */
  timeline: readonly SocialPostSnapshot[]
}

/** All numbers of a post in groups. */
export const MetricGrid = ({ post, insights, timeline }: MetricGridProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { groups, notOffered } = groupMetrics(insights)
  const shown = groups.flatMap(({ metrics }) => metrics)
  const before = timeline[1]
  const hasChanged = shown.some((metric) => changeOf(timeline, metric) !== 0)
  return (
    <>
      {groups.map((group) => (
        <Group key={group.id} group={group} post={post} timeline={timeline} />
      ))}
      {before && hasChanged && (
        <Text size="xsmall" className="text-ui-fg-subtle px-6 py-3">
          {t("post.changeNote", { time: format.dateTime(before.captured_at) })}
        </Text>
      )}
      <NotOffered
        metrics={notOffered}
        platform={platformLook(post.platform).label}
      />
    </>
  )
}

interface GroupProps {
  group: MetricGroup
  post: PanelPost
  timeline: readonly SocialPostSnapshot[]
}

const Group = ({ group, post, timeline }: GroupProps) => {
  const { t } = useTranslation("social")
  const id = useId()
  return (
    <div
      role="group"
      aria-labelledby={id}
      className="flex flex-col gap-y-3 px-6 py-4"
    >
      <Text
        as="span"
        id={id}
        size="small"
        leading="compact"
        weight="plus"
        className="text-ui-fg-base"
      >
        {t(`post.groups.${group.id}`, {
          platform: platformLook(post.platform).label,
        })}
      </Text>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        {group.metrics.map((metric) => (
          <MetricCell
            key={metric}
            post={post}
            metric={metric}
            change={changeOf(timeline, metric)}
          />
        ))}
      </dl>
    </div>
  )
}
