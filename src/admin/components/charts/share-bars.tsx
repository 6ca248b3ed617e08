import { Text } from "@medusajs/ui"

export interface ShareBar {
  key: string
  label: string
  value: string
  /** 0 to 100; `null` when there is nothing to compare with. */
  percent: number | null
  /** The percentage in words. */
  share: string | null
}

interface ShareBarsProps {
  bars: ShareBar[]
  labelledBy: string
}

/** Parts of a whole as bars, each with its number; readable without them. */
export const ShareBars = ({ bars, labelledBy }: ShareBarsProps) => (
  <ul
    aria-labelledby={labelledBy}
    className="grid grid-cols-[fit-content(40%)_minmax(40px,1fr)_auto_auto] items-center gap-x-3 gap-y-2"
  >
    {bars.map(({ key, label, value, percent, share }) => (
      <li key={key} className="contents">
        <Text size="small" leading="compact" className="truncate">
          {label}
        </Text>
        <div
          aria-hidden
          className="bg-ui-bg-component h-2 overflow-hidden rounded-full"
        >
          <div
            className="bg-ui-tag-blue-icon h-full rounded-full"
            style={{ width: `${percent ?? 0}%` }}
          />
        </div>
        <Text
          size="small"
          leading="compact"
          className="text-right tabular-nums"
        >
          {value}
        </Text>
        <Text
          size="small"
          leading="compact"
          className="text-ui-fg-subtle text-right tabular-nums"
        >
          {share}
        </Text>
      </li>
    ))}
  </ul>
)
