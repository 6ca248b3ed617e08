import { clx, Text } from "@medusajs/ui"
import { useState } from "react"
import { useFormat } from "../../hooks/use-format"
import { ChartTable } from "./chart-table"
import { lineGeometry, type LinePoint, nearestDot } from "./line-geometry"
import { HEIGHT, LineDrawing, PADDING } from "./line-drawing"
import { stepFor } from "./step-for"
import { useWidth } from "./use-width"

export interface LineChartProps {
  /** Oldest first. */
  points: readonly LinePoint[]
  label: string
  /** Name of the number. */
  valueLabel: string
  formatValue: (value: number) => string
  /** The points are calendar days, which are the same everywhere. */
  byDay?: boolean
  /** Moments at which the number began to mean something else. */
  breaks?: readonly string[]
}

/**
 * A number over time. The reading under the pointer, or chosen with the arrow
 * keys, is written above the line; a table says the same for screen readers.
 */
const LineChart = ({
  points,
  label,
  valueLabel,
  formatValue,
  byDay = false,
  breaks,
}: LineChartProps) => {
  const format = useFormat()
  const dayInWords = byDay ? format.calendarDay : format.date
  const timeInWords = byDay ? format.utcDate : format.dateTime
  const [ref, width] = useWidth()
  const [chosen, setChosen] = useState<number | null>(null)
  const frame = { width, height: HEIGHT, padding: PADDING }
  const geometry = lineGeometry(points, frame, breaks)
  const first = points[0]
  const last = points.at(-1)
  if (!geometry || !first || !last) {
    return null
  }
  const { dots, min, max } = geometry
  const at = Math.max(
    0,
    chosen === null
      ? dots.length - 1
      : dots.findIndex(({ index }) => index === chosen)
  )
  const dot = dots[at]
  const reading = dot && points[dot.index]
  const words =
    reading && reading.value !== null
      ? { value: formatValue(reading.value), time: timeInWords(reading.time) }
      : null
  const step = (to: number) =>
    setChosen(dots[Math.min(dots.length - 1, Math.max(0, to))]?.index ?? null)
  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex items-baseline gap-x-2">
        <Text size="large" weight="plus" className="tabular-nums">
          {words?.value}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {words?.time}
        </Text>
      </div>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <div
          aria-hidden
          className={clx(
            "text-ui-fg-subtle txt-compact-xsmall flex flex-col text-right tabular-nums",
            min === max ? "justify-center" : "justify-between"
          )}
        >
          <span>{formatValue(max)}</span>
          {min !== max && <span>{formatValue(min)}</span>}
        </div>
        <div
          ref={ref}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={1}
          aria-valuemax={dots.length}
          aria-valuenow={at + 1}
          aria-valuetext={words ? `${words.value}, ${words.time}` : undefined}
          className="focus-visible:shadow-borders-focus min-w-0 touch-pan-y rounded-md outline-none"
          onPointerMove={({ clientX, currentTarget }) =>
            setChosen(
              nearestDot(
                dots,
                clientX - currentTarget.getBoundingClientRect().left
              )?.index ?? null
            )
          }
          onPointerLeave={() => setChosen(null)}
          onKeyDown={(event) => {
            const to = stepFor(event.key, at, dots.length)
            if (to !== null) {
              event.preventDefault()
              step(to)
            }
          }}
        >
          <LineDrawing geometry={geometry} width={width} chosen={dot?.index} />
        </div>
        <div
          aria-hidden
          className="text-ui-fg-subtle txt-compact-xsmall col-start-2 flex justify-between"
        >
          <span>{dayInWords(first.time)}</span>
          {dayInWords(first.time) !== dayInWords(last.time) && (
            <span>{dayInWords(last.time)}</span>
          )}
        </div>
      </div>
      <ChartTable
        points={points}
        label={label}
        valueLabel={valueLabel}
        formatValue={formatValue}
        byDay={byDay}
      />
    </div>
  )
}

export default LineChart
