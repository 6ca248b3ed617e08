import { isPassing } from "../sql/database"

describe("trouble with the database that passes", () => {
  it.each([
    // What `pg` says of a connection that broke in the middle of a transaction.
    "ROLLBACK - Client has encountered a connection error and is not queryable",
    "Connection terminated unexpectedly",
    "terminating connection due to administrator command",
  ])("is waited out: %s", (message) => {
    expect(isPassing(new Error(message))).toBe(true)
  })

  it.each(["57P01", "08006", "ECONNREFUSED", "40P01"])(
    "is waited out: code %s",
    (code) => {
      expect(isPassing(Object.assign(new Error("…"), { code }))).toBe(true)
    }
  )

  it("is not what PostgreSQL refuses", () => {
    const refused = Object.assign(new Error("null value"), { code: "23502" })
    expect(isPassing(refused)).toBe(false)
  })
})
