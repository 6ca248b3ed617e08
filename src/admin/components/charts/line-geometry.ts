/** One reading; `null` is a gap in the line, never a zero. */
export interface LinePoint {
  time: string
  value: number | null
}

export interface LineDot {
  /** Position in the list of points. */
  index: number
  x: number
  y: number
}

export interface LineGeometry {
  dots: LineDot[]
  /** Where the line breaks, from left to right. */
  breaks: number[]
  /** SVG paths of the unbroken stretches; a lone reading has a dot only. */
  paths: string[]
  min: number
  max: number
}

export interface Frame {
  width: number
  height: number
  /** Room for dots at the edges. */
  padding: number
}

/** Points that have a value, in their order. */
export const knownPoints = (points: readonly LinePoint[]) =>
  points.flatMap(({ time, value }, index) =>
    value === null ? [] : [{ index, time: Date.parse(time), value }]
  )

/**
 * Places readings in a frame: time to the right, numbers upwards. At a moment
 * in `breaks` numbers begin to mean something else: no line leads over it.
 */
export function lineGeometry(
  points: readonly LinePoint[],
  { width, height, padding }: Frame,
  breaks: readonly string[] = []
): LineGeometry | null {
  const known = knownPoints(points)
  if (known.length === 0) {
    return null
  }
  const values = known.map(({ value }) => value)
  const [min, max] = [Math.min(...values), Math.max(...values)]
  const times = points.map(({ time }) => Date.parse(time))
  const x = scale(
    [Math.min(...times), Math.max(...times)],
    [padding, width - padding]
  )
  const y = scale([min, max], [height - padding, padding])
  const dots = known.map(({ index, time, value }) => ({
    index,
    x: round(x(time)),
    y: round(y(value)),
  }))
  const broken = breaks
    .map((time) => Date.parse(time))
    .filter((time) => time >= Math.min(...times) && time <= Math.max(...times))
  const starts = startsAfter(known, broken)
  return {
    dots,
    breaks: broken.map((time) => round(x(time))),
    paths: stretches(dots, starts).map(toPath),
    min,
    max,
  }
}

/** Indexes of the readings that are the first after a break. */
function startsAfter(
  known: readonly { index: number; time: number }[],
  breaks: readonly number[]
): Set<number> {
  return new Set(
    breaks.flatMap((at) => known.find(({ time }) => time >= at)?.index ?? [])
  )
}

/** Maps a range onto another; an empty range lands in the middle. */
function scale([from, to]: [number, number], [start, end]: [number, number]) {
  return (value: number) =>
    from === to
      ? (start + end) / 2
      : start + ((value - from) / (to - from)) * (end - start)
}

const round = (value: number) => Math.round(value * 10) / 10

/** Dots that follow each other without a gap or a break between them. */
function stretches(
  dots: readonly LineDot[],
  starts: ReadonlySet<number>
): LineDot[][] {
  const found: LineDot[][] = []
  for (const dot of dots) {
    const last = found.at(-1)
    if (last?.at(-1)?.index === dot.index - 1 && !starts.has(dot.index)) {
      last?.push(dot)
    } else {
      found.push([dot])
    }
  }
  return found.filter(({ length }) => length > 1)
}

const toPath = (dots: readonly LineDot[]) =>
  dots.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join(" ")

/** The dot nearest to a horizontal position. */
export function nearestDot(
  dots: readonly LineDot[],
  x: number
): LineDot | undefined {
  return dots.reduce<LineDot | undefined>(
    (best, dot) =>
      !best || Math.abs(dot.x - x) < Math.abs(best.x - x) ? dot : best,
    undefined
  )
}
