const LONGEST = 80

/** The first line of a caption, cut between words; `null` without any text. */
export function titleOf(caption: string | null): string | null {
  const line = caption?.trim().split("\n")[0]?.trim()
  if (!line) {
    return null
  }
  const letters = [...line]
  if (letters.length <= LONGEST) {
    return line
  }
  const cut = letters.slice(0, LONGEST).join("")
  const space = cut.lastIndexOf(" ")
  return `${space > LONGEST / 2 ? cut.slice(0, space) : cut}…`
}
