import { Container, Heading, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { PostInsights } from "../../../types/http"
import { type ShareBar, ShareBars } from "../../charts/share-bars"
import { readableName, type Share, toShares, toSteps } from "./shares"

/** Reactions by type. */
export const ReactionsSection = ({ insights }: { insights: PostInsights }) => {
  const { t } = useTranslation("social")
  const id = useId()
  const toBars = useBars("reactions")
  const shares = toShares(insights.reactions ?? {})
  if (shares.length === 0) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2" id={id}>
          {t("post.reactions.title")}
        </Heading>
      </div>
      <div className="px-6 py-4">
        <ShareBars bars={toBars(shares)} labelledBy={id} />
      </div>
    </Container>
  )
}

/** Numbers that the platform splits up, e.g. what people did in a story. */
export const BreakdownsSection = ({ insights }: { insights: PostInsights }) => {
  const { t } = useTranslation("social")
  const breakdowns = Object.entries(insights.breakdowns ?? {}).filter(
    ([, parts]) => toShares(parts).length > 0
  )
  if (breakdowns.length === 0) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("post.breakdowns.title")}</Heading>
      </div>
      {breakdowns.map(([name, parts]) => (
        <Breakdown key={name} name={name} parts={parts} />
      ))}
    </Container>
  )
}

interface BreakdownProps {
  name: string
  parts: Record<string, number>
}

const Breakdown = ({ name, parts }: BreakdownProps) => {
  const { t } = useTranslation("social")
  const id = useId()
  const toBars = useBars(`breakdowns.parts`)
  const shares = name === "video_quartiles" ? toSteps(parts) : toShares(parts)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text id={id} size="small" leading="compact" weight="plus">
        {t([`post.breakdowns.names.${name}`, `metrics.${name}`], {
          defaultValue: readableName(name),
        })}
      </Text>
      <ShareBars bars={toBars(shares)} labelledBy={id} />
    </div>
  )
}

/** Writes shares in words; names that are not translated are made readable. */
function useBars(names: string) {
  const { t } = useTranslation("social")
  const format = useFormat()
  return (shares: Share[]): ShareBar[] =>
    shares.map(({ name, value, percent }) => ({
      key: name,
      label: /^\d+$/.test(name)
        ? t("post.breakdowns.watched", { percent: name })
        : t(`post.${names}.${name.toLowerCase()}`, {
            defaultValue: readableName(name),
          }),
      value: format.number(value),
      percent,
      share: percent === null ? null : format.percent(percent),
    }))
}
