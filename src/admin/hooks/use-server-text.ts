import { useCallback } from "react"
import { withLocalTimes } from "../lib/local-times"
import { useFormat } from "./use-format"

/** Makes a server's sentence readable: its moments in the reader's own time. */
export function useServerText() {
  const { dateTime } = useFormat()
  return useCallback(
    (sentence: string) => withLocalTimes(sentence, dateTime),
    [dateTime]
  )
}
