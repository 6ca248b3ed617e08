import { Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { ShareBars } from "../../charts/share-bars"
import { readableName } from "../../social-posts/insights/shares"
import type { Dimension } from "./dimensions"
import { usePartNames } from "./use-part-names"

/** One way to divide an audience, as bars. */
export const AudienceDimension = ({ dimension }: { dimension: Dimension }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const nameOf = usePartNames()
  const id = useId()
  const { name, shares, more } = dimension
  return (
    <div className="flex min-w-0 flex-col gap-y-3">
      <Text id={id} size="small" leading="compact" weight="plus">
        {t(`audience.dimensions.${name}`, { defaultValue: readableName(name) })}
      </Text>
      <ShareBars
        labelledBy={id}
        bars={shares.map(({ name: part, value, percent }) => ({
          key: part,
          label: nameOf(name, part),
          value: format.number(value),
          percent,
          share: percent === null ? null : format.percent(percent),
        }))}
      />
      {more > 0 && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("audience.more", { count: more, number: format.number(more) })}
        </Text>
      )}
    </div>
  )
}
