import type { LineGeometry } from "./line-geometry"

export const HEIGHT = 160
/** Room for dots at the edges. */
export const PADDING = 8
/** Of more readings than that the dots are as thin as the line. */
const MOST_DOTS = 60

interface LineDrawingProps {
  geometry: LineGeometry
  width: number
  /** Index of the reading that is marked. */
  chosen?: number
}

/** The line itself, in the colours of the admin's theme. */
export const LineDrawing = ({
  geometry: { dots, paths, breaks },
  width,
  chosen,
}: LineDrawingProps) => {
  // A lone reading between gaps has no line: only its dot shows it.
  const radius = dots.length > MOST_DOTS ? 1.25 : 2.5
  const marked = dots.find(({ index }) => index === chosen)
  return (
    <svg
      aria-hidden
      width={width}
      height={HEIGHT}
      className="block overflow-visible"
    >
      {[PADDING, HEIGHT - PADDING].map((y) => (
        <line
          key={y}
          x1={0}
          x2={width}
          y1={y}
          y2={y}
          stroke="var(--border-base)"
          strokeDasharray="3 3"
        />
      ))}
      {breaks.map((x) => (
        <line
          key={x}
          x1={x}
          x2={x}
          y1={0}
          y2={HEIGHT}
          stroke="var(--tag-orange-icon)"
          strokeDasharray="4 3"
        />
      ))}
      {marked && (
        <line
          x1={marked.x}
          x2={marked.x}
          y1={0}
          y2={HEIGHT}
          stroke="var(--border-strong)"
        />
      )}
      {paths.map((path) => (
        <path
          key={path}
          d={path}
          fill="none"
          stroke="var(--fg-interactive)"
          strokeWidth={2}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      ))}
      {dots.map(({ index, x, y }) => (
        <circle
          key={index}
          cx={x}
          cy={y}
          r={index === chosen ? 4.5 : radius}
          fill="var(--fg-interactive)"
          stroke="var(--bg-base)"
          strokeWidth={index === chosen ? 2 : 0}
        />
      ))}
    </svg>
  )
}
