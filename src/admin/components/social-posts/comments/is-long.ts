const LONG_TEXT = 320
const MANY_LINES = 4

/** Whether a text is worth folding to four lines. */
export const isLong = (text: string): boolean =>
  text.length > LONG_TEXT || text.split("\n").length > MANY_LINES
