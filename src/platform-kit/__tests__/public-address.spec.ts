import type { LookupAddress } from "node:dns"
import {
  type PublicAddressOptions,
  publicLookup,
  requirePublicAddress,
} from "../public-address"
import { isPublicIp } from "../special-addresses"

const ip = (address: string): LookupAddress => ({
  address,
  family: address.includes(":") ? 6 : 4,
})

const resolvingTo =
  (...addresses: string[]) =>
  async () =>
    addresses.map(ip)

const check = (address: string, options: PublicAddressOptions = {}) =>
  requirePublicAddress(address, {
    resolve: resolvingTo("93.184.215.14", "2606:2800:21f::1"),
    ...options,
  })

describe("an IP address", () => {
  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.168.0.1",
    "198.18.0.1",
    "198.19.255.255",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "not an address",
    "",
  ])("%s is not public", (address) => {
    expect(isPublicIp(address)).toBe(false)
  })

  it.each([
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2001:4860:4860::8888",
    "2606:4700:4700::1111",
    "2a00:1450::1",
  ])("%s is public", (address) => {
    expect(isPublicIp(address)).toBe(true)
  })
})

describe("the address of a server", () => {
  it.each([
    "https://mastodon.social",
    "https://MASTODON.social:8443/path",
    "https://sub.domain.example.co.uk/",
    "https://b\u00fccher.example",
    "https://xn--bcher-kva.xn--p1ai",
  ])("%s is taken", async (address) => {
    expect((await check(address)).protocol).toBe("https:")
  })

  it.each([
    ["mastodon.social", /https:\/\/example\.com/],
    ["", /https:\/\/example\.com/],
    ["http://mastodon.social", /https:/],
    ["ftp://mastodon.social", /https:/],
    ["file:///etc/passwd", /https:/],
    ["https://user:secret@mastodon.social", /name and the password/],
    ["https://user@mastodon.social", /name and the password/],
    ["https://127.0.0.1", /"127\.0\.0\.1"/],
    ["https://8.8.8.8", /"8\.8\.8\.8"/],
    ["https://2130706433", /"127\.0\.0\.1"/],
    ["https://0x7f000001", /"127\.0\.0\.1"/],
    ["https://0177.0.0.1", /"127\.0\.0\.1"/],
    ["https://017700000001/", /"127\.0\.0\.1"/],
    ["https://127.1", /"127\.0\.0\.1"/],
    ["https://0x08080808", /"8\.8\.8\.8"/],
    ["https://\uff11\uff12\uff17.0.0.1", /"127\.0\.0\.1"/],
    ["https://[::1]", /"::1"/],
    ["https://[::ffff:127.0.0.1]", /"::ffff:7f00:1"/],
    ["https://[64:ff9b::7f00:1]", /"64:ff9b::7f00:1"/],
    ["https://localhost", /"localhost"/],
    ["https://localhost.", /"localhost\."/],
    ["https://intranet", /"intranet"/],
    ["https://mastodon.social.", /"mastodon\.social\."/],
    ["https://foo_bar.example.com", /"foo_bar/],
    ["https://example.123a-", /example/],
  ])("%s is refused", async (address, words) => {
    const resolve = jest.fn(resolvingTo("1.1.1.1"))
    await expect(check(address, { resolve })).rejects.toMatchObject({
      kind: "invalid",
      scope: "account",
      code: "not_public",
      message: expect.stringMatching(words),
    })
    expect(resolve).not.toHaveBeenCalled()
  })

  it("never repeats credentials", async () => {
    const error = await check("https://user:s3cr3t@a.example").catch((e) => e)
    expect(String(error)).not.toContain("s3cr3t")
  })

  it.each([
    [["127.0.0.1"]],
    [["93.184.215.14", "10.0.0.1"]],
    [["2606:2800:21f::1", "::1"]],
    [["::ffff:10.0.0.1"]],
    [["169.254.169.254"]],
  ])("is refused when its name leads to %j", async (answers) => {
    const resolve = resolvingTo(...answers)
    await expect(
      check("https://social.example", { resolve })
    ).rejects.toMatchObject({
      kind: "invalid",
      code: "not_public",
      message: expect.stringContaining('"social.example" leads into a private'),
    })
  })

  it.each([
    ["ENOTFOUND", "invalid", /Check the spelling/],
    ["EAI_AGAIN", "transient", /Try again/],
  ])("whose name is not found: %s", async (code, kind, words) => {
    const resolve = async () => {
      throw Object.assign(new Error(code), { code })
    }
    await expect(
      check("https://social.example", { resolve })
    ).rejects.toMatchObject({ kind, message: expect.stringMatching(words) })
  })

  it("whose name has no answer is not found", async () => {
    await expect(
      check("https://social.example", { resolve: resolvingTo() })
    ).rejects.toMatchObject({ code: "unknown_host" })
  })

  it.each([
    ["http://localhost:9000", "localhost"],
    ["http://127.0.0.1:9000/mastodon.test", "127.0.0.1"],
    ["https://[::1]", "::1"],
    ["https://mastodon.test", "mastodon.test"],
  ])("%s is taken when a developer allows it", async (address, host) => {
    const options = { resolve: resolvingTo("127.0.0.1") }
    await expect(check(address, options)).rejects.toThrow()
    await expect(
      check(address, { ...options, private_hosts: [host] })
    ).resolves.toBeInstanceOf(URL)
  })

  it("allows nothing but the named host", async () => {
    const options = {
      resolve: resolvingTo("127.0.0.1"),
      private_hosts: ["localhost"],
    }
    for (const address of [
      "http://localhost.example",
      "https://other.example",
      "https://user:pass@localhost",
      "ftp://localhost",
    ]) {
      await expect(check(address, options)).rejects.toThrow()
    }
  })
})

describe("the lookup of a connection", () => {
  const ask = (
    options: PublicAddressOptions,
    how: { all?: boolean; family?: 4 | 6 } = {}
  ) =>
    new Promise<unknown>((done, fail) =>
      publicLookup(options)("social.example", how, (error, address, family) =>
        error ? fail(error) : done(how.all ? address : [address, family])
      )
    )

  const both = { resolve: resolvingTo("2606:2800:21f::1", "93.184.215.14") }

  it("gives what was checked, in the form asked for", async () => {
    expect(await ask(both)).toEqual(["2606:2800:21f::1", 6])
    expect(await ask(both, { family: 4 })).toEqual(["93.184.215.14", 4])
    expect(await ask(both, { all: true })).toEqual([
      ip("2606:2800:21f::1"),
      ip("93.184.215.14"),
    ])
  })

  it("refuses the whole name for one private answer, whichever is wanted", async () => {
    const options = { resolve: resolvingTo("93.184.215.14", "::1") }
    for (const how of [{}, { all: true }, { family: 4 as const }]) {
      await expect(ask(options, how)).rejects.toMatchObject({
        code: "not_public",
      })
    }
  })

  it("hands on the trouble of the resolver", async () => {
    const resolve = async () => {
      throw Object.assign(new Error("no"), { code: "EAI_AGAIN" })
    }
    await expect(ask({ resolve })).rejects.toMatchObject({ code: "EAI_AGAIN" })
    await expect(
      ask({ resolve: resolvingTo("93.184.215.14") }, { family: 6 })
    ).rejects.toMatchObject({ code: "ENOTFOUND" })
  })
})
