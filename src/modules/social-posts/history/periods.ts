/** The span of the same length that ends where another begins. */
export function periodBefore({ from, to }: { from: Date; to: Date }): {
  from: Date
  to: Date
} {
  const length = to.getTime() - from.getTime()
  return { from: new Date(from.getTime() - length), to: from }
}
