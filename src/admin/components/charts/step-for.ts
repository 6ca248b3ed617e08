/** Where a key leads, as sliders do; `null` for other keys. */
export function stepFor(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return at - 1
    case "ArrowRight":
    case "ArrowUp":
      return at + 1
    case "Home":
      return 0
    case "End":
      return count - 1
    default:
      return null
  }
}
