import { createHash } from "node:crypto"

/** A demand of a person, as far as it was signed. */
export interface PersonDemand {
  platform: string
  person_id: string
  /** ISO 8601. */
  issued_at: string | null
}

/** Tells the same demand again without naming who it was. */
export function personHash(demand: PersonDemand): string {
  const { platform, person_id, issued_at } = demand
  return createHash("sha256")
    .update([platform, person_id, issued_at ?? ""].join(" "))
    .digest("hex")
}
