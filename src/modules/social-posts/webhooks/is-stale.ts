/** Platforms tell times in whole seconds. */
const GRAIN_MS = 1000

/** Whether something newer than the notice is known already. Pure. */
export function isStale(at: Date, knownAt: Date | null): boolean {
  return knownAt !== null && knownAt.getTime() - at.getTime() >= GRAIN_MS
}
