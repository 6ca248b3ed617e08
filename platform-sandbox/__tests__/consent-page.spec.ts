import { consentPage, errorPage, readConsent } from "../core/consent-page"

const PAGE = {
  platform: "Facebook",
  app: "Shop <b>",
  people: [
    { id: "1", label: "Mara & Co", note: "Manages a Page" },
    { id: "2", label: "Jonas" },
  ],
  scopes: [{ name: "basic", fixed: true }, { name: "insights" }],
}

const request = (body: string) => ({
  method: "POST",
  rawPath: "/",
  rawQuery: "",
  query: {},
  headers: {},
  body,
  baseUrl: "",
})

describe("consent page", () => {
  it("posts to its own address and shows names as text", () => {
    const html = consentPage(PAGE)
    expect(html).toContain('<form method="post">')
    expect(html).toContain("Shop &lt;b&gt;")
    expect(html).toContain("Mara &amp; Co")
    expect(html).not.toContain("<b>")
    expect(html).toContain('name="decision" value="allow">Allow<')
    expect(html).toContain('name="decision" value="deny">Cancel<')
  })

  it("chooses the first person, or the one that was chosen before", () => {
    const checked = (html: string) =>
      /name="person" value="(\d)" checked/.exec(html)?.[1]
    expect(checked(consentPage(PAGE))).toBe("1")
    expect(checked(consentPage({ ...PAGE, chosen: "2" }))).toBe("2")
    expect(checked(consentPage({ ...PAGE, chosen: "9" }))).toBe("1")
  })

  it("sends a fixed scope whatever its box says", () => {
    const html = consentPage(PAGE)
    expect(html).toContain('type="hidden" name="scope" value="basic"')
    expect(html).toContain('type="checkbox" name="scope" value="insights"')
    expect(html).not.toContain('type="checkbox" name="scope" value="basic"')
  })

  it("reads repeated scopes; anything but Allow is a refusal", () => {
    expect(
      readConsent(request("person=1&scope=a&scope=b&scope=a&decision=allow"))
    ).toEqual({ decision: "allow", person: "1", scopes: ["a", "b"] })
    expect(readConsent(request(""))).toEqual({
      decision: "deny",
      person: "",
      scopes: [],
    })
  })

  it("an error page is a refusal", () => {
    const answer = errorPage("URL Blocked", "<not> registered", "GET /dialog")
    expect(answer).toMatchObject({ status: 400, endpoint: "GET /dialog" })
    expect(answer.body).toContain("&lt;not&gt; registered")
  })
})
