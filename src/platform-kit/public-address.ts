import type { LookupAddress } from "node:dns"
import { lookup } from "node:dns/promises"
import type { LookupFunction } from "node:net"
import { callbackify } from "node:util"
import { PlatformError } from "./errors"
import { refusedConnection } from "./oauth-errors"
import { isPublicIp } from "./special-addresses"

export interface PublicAddressOptions {
  /**
   * Names or IP addresses that may be private and may do without TLS: a
   * developer's own server.
   */
  private_hosts?: readonly string[]
  /** All IP addresses of a name; asks the system when absent. */
  resolve?: (host: string) => Promise<LookupAddress[]>
}

/** At least two labels, the last one not a number. */
const PUBLIC_NAME =
  /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/

/**
 * Checks an address that a merchant states, such as that of an instance, before
 * the server asks it: the name has to lead to the internet, not into the
 * network where the server stands.
 *
 * A name can change its mind between this check and the call, so calls need
 * {@link publicLookup} as well; `HttpExchange` has both as `public_only`.
 *
 * @throws PlatformError `invalid` saying what is wrong, `transient` when names
 *   cannot be looked up at the moment
 */
export async function requirePublicAddress(
  address: string,
  options: PublicAddressOptions = {}
): Promise<URL> {
  const url = requirePublicForm(address, options)
  try {
    await resolvePublic(hostOf(url), options)
  } catch (thrown) {
    throw PlatformError.is(thrown) ? thrown : notFound(url, thrown)
  }
  return url
}

/**
 * What can be seen without looking up the name: https, no credentials, and a
 * name instead of a number in any notation.
 * @throws PlatformError `invalid`
 */
export function requirePublicForm(
  address: string,
  { private_hosts = [] }: PublicAddressOptions = {}
): URL {
  if (!URL.canParse(address)) {
    throw refused("It is not an address. Enter one like https://example.com.")
  }
  const url = new URL(address)
  const host = hostOf(url)
  const known = private_hosts.includes(host)
  if (url.username || url.password) {
    throw refused("Leave the name and the password out of the address.")
  }
  if (url.protocol !== "https:" && !(known && url.protocol === "http:")) {
    throw refused("The address has to begin with https://.")
  }
  // The URL has brought every notation of numbers to the usual one, which is no
  // name either.
  if (!known && !PUBLIC_NAME.test(host)) {
    throw refused(
      `The address needs a public name such as example.com, not "${host}".`
    )
  }
  return url
}

/**
 * For the `lookup` of an agent: a connection is only made to addresses that
 * were checked, so a name that changes its answer is refused too.
 */
export function publicLookup(options: PublicAddressOptions): LookupFunction {
  const resolve = callbackify((host: string) => resolvePublic(host, options))
  return (host, { all, family }, done) =>
    resolve(host, (error, found) => {
      const addresses = found?.filter(
        (one) => !family || one.family === Number(family)
      )
      const [first] = addresses ?? []
      if (error || !addresses || !first) {
        done(error ?? unknownName(host), [])
      } else if (all) {
        done(null, addresses)
      } else {
        done(null, first.address, first.family)
      }
    })
}

/** Every answer counts: one private address among public ones is refused. */
async function resolvePublic(
  host: string,
  { private_hosts = [], resolve = resolveAll }: PublicAddressOptions
): Promise<LookupAddress[]> {
  const addresses = await resolve(host)
  const known = private_hosts.includes(host)
  if (!known && !addresses.every(({ address }) => isPublicIp(address))) {
    throw refused(
      `"${host}" leads into a private network, which is not asked. An operator can allow it in the options of the platform.`
    )
  }
  if (addresses.length === 0) {
    throw unknownName(host)
  }
  return addresses
}

const resolveAll = (host: string) => lookup(host, { all: true })

/** IPv6 hosts stand in brackets. */
const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, "")

const refused = (message: string) =>
  refusedConnection("not_public", `The server cannot be asked. ${message}`)

const unknownName = (host: string) =>
  Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), {
    code: "ENOTFOUND",
  })

function notFound(url: URL, thrown: unknown): PlatformError {
  const { code } = thrown as NodeJS.ErrnoException
  return code === "ENOTFOUND"
    ? refusedConnection(
        "unknown_host",
        `There is no server with the name "${url.hostname}". Check the spelling.`
      )
    : new PlatformError({
        kind: "transient",
        scope: "account",
        code: "dns",
        message: `The name "${url.hostname}" cannot be looked up at the moment. Try again in a few minutes.`,
      })
}
