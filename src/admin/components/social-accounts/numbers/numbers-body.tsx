import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { platformLook } from "../../../lib/platforms"
import type { SocialAccountTimeline } from "../../../types/http"
import { accountFigures, drawnMetrics } from "./figures"
import { NumberCell } from "./number-cell"
import { NumbersChart } from "./numbers-chart"

interface NumbersBodyProps {
  platform: string
  timeline: SocialAccountTimeline
}

/** The numbers of a span of days, then how one of them went. */
export const NumbersBody = ({ platform, timeline }: NumbersBodyProps) => {
  const { t } = useTranslation("social")
  const figures = accountFigures(timeline)
  const metrics = drawnMetrics(timeline)
  if (figures.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("numbers.none", { platform: platformLook(platform).label })}
      </Text>
    )
  }
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-6 px-6 py-4 sm:grid-cols-3">
        {figures.map((figure) => (
          <NumberCell
            key={figure.metric}
            figure={figure}
            platform={platform}
            previous={timeline.previous}
          />
        ))}
      </dl>
      {metrics.length > 0 ? (
        <NumbersChart days={timeline.days} metrics={metrics} />
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("numbers.tooFew")}
        </Text>
      )}
    </>
  )
}
