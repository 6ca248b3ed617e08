import { parse } from "lossless-json"

/** Integers of 16 digits and more can pass 2^53 and lose their last digits. */
const LONG_INTEGER = /[:[,]\s*-?\d{16,}/

/**
 * Parses a platform's JSON without harming ids: integers above 2^53 become
 * strings instead of being rounded. The slower parser runs only when the text
 * has such a number.
 *
 * @throws SyntaxError when the text is not JSON
 */
export function parseJson(text: string): unknown {
  if (!LONG_INTEGER.test(text)) {
    return JSON.parse(text)
  }
  return parse(text, null, {
    parseNumber: (text) => {
      const number = Number(text)
      const isRounded =
        Number.isInteger(number) && !Number.isSafeInteger(number)
      return isRounded ? text : number
    },
  })
}
