/** A moment as servers write it, to the second or finer, in UTC. */
const MOMENT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z/g

/** Writes the moments in a server's sentence as people read them. */
export const withLocalTimes = (
  sentence: string,
  format: (time: string) => string
): string => sentence.replace(MOMENT, (moment) => format(moment))
