import { Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { platformLook } from "../../../lib/platforms"
import type { PostInsights } from "../../../types/http"
import { Foldable } from "../../common/foldable"
import { platformRows, type PlatformRow } from "./platform-data"

interface PlatformDataSectionProps {
  platform: string
  insights: PostInsights
}

/** What the platform itself calls and counts it. */
export const PlatformDataSection = ({
  platform,
  insights,
}: PlatformDataSectionProps) => {
  const { t } = useTranslation("social")
  const rows = platformRows(insights)
  if (rows.length === 0) {
    return null
  }
  return (
    <Container className="overflow-hidden p-0">
      <Foldable
        isSection
        title={t("post.platformData", {
          platform: platformLook(platform).label,
        })}
      >
        {() => <Rows rows={rows} />}
      </Foldable>
    </Container>
  )
}

const Rows = ({ rows }: { rows: PlatformRow[] }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  return (
    <dl className="divide-y border-t">
      {rows.map(({ name, value }) => (
        <div
          key={name}
          className="grid grid-cols-[1fr_auto] items-start gap-x-4 px-6 py-2"
        >
          <dt className="txt-compact-xsmall text-ui-fg-subtle min-w-0 break-all font-mono leading-5">
            {name}
          </dt>
          <dd className="min-w-0">
            <Text
              size="small"
              leading="compact"
              className="break-all text-right tabular-nums"
            >
              {typeof value === "number"
                ? format.number(value)
                : (value?.toString() ?? t("unknown"))}
            </Text>
          </dd>
        </div>
      ))}
    </dl>
  )
}
