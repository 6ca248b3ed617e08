/** Where a worker of jest finds what runs outside of its specs. */
export interface Place {
  storeUrl: string
  sandboxUrl: string
  databaseUrl: string
}

/** Workers get the environment of the process that starts them. */
const PLACES = "BROWSER_TEST_PLACES"

/** Keeps a place for each worker. */
export function keepPlaces(places: readonly Place[]): void {
  process.env[PLACES] = JSON.stringify(places)
}

/** The place of the worker that asks. */
export function place(): Place {
  const places = JSON.parse(process.env[PLACES] ?? "[]") as Place[]
  const found = places[Number(process.env.JEST_WORKER_ID ?? 1) - 1]
  if (!found) {
    throw new Error("Browser tests need the store of their global set-up.")
  }
  return found
}
