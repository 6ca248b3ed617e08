import { fieldOfError } from "../error-field"

describe("fieldOfError", () => {
  it.each([
    [
      'Instagram: "settings.login" is wrong: expected "instagram" or "facebook".',
      "settings.login",
    ],
    [
      "Invalid request: Value for field 'external_id' too small, expected at least: '1'",
      "external_id",
    ],
    [
      "The token belongs to @shop, whose account id is 1, not 2. Use the account id.",
      "external_id",
    ],
    [
      "The token belongs to another account on X: @a with the id 1. Enter that id, or paste the right account's token.",
      "external_id",
    ],
    [
      "X does not know an account with this id. Enter the numeric id of the account, not its name.",
      "external_id",
    ],
    [
      "LinkedIn does not accept the account's token. Reconnect the account.",
      "access_token",
    ],
    [
      "The token belongs to A person (5), not to the Page 6. A Page access token of that Page is needed, not a person's.",
      "access_token",
    ],
    ["Instagram cannot be reached. Try again later.", null],
  ])("%s", (message, field) => {
    expect(fieldOfError(message)).toBe(field)
  })
})
