import { BlockList, isIP } from "node:net"

type Range = readonly [network: string, prefix: number]

/** https://www.iana.org/assignments/iana-ipv4-special-registry/ and multicast */
const SPECIAL_IPV4: readonly Range[] = [
  ["0.0.0.0", 8], // this network
  ["10.0.0.0", 8], // private
  ["100.64.0.0", 10], // carrier-grade NAT
  ["127.0.0.0", 8], // loopback
  ["169.254.0.0", 16], // link-local, metadata services
  ["172.16.0.0", 12], // private
  ["192.0.0.0", 24], // protocol assignments
  ["192.0.2.0", 24], // documentation
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16], // private
  ["198.18.0.0", 15], // benchmarks
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, broadcast
]

/**
 * Global unicast; everything else is special, also `::1`, IPv4-mapped
 * (`::ffff:0:0/96`), NAT64 (`64:ff9b::/96`) and unique local (`fc00::/7`).
 */
const GLOBAL_IPV6: readonly Range[] = [["2000::", 3]]

/** https://www.iana.org/assignments/iana-ipv6-special-registry/ */
const SPECIAL_IPV6: readonly Range[] = [
  ["2001::", 23], // protocol assignments, Teredo
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4: any IPv4 address inside
  ["3fff::", 20], // documentation
]

const special4 = listOf("ipv4", SPECIAL_IPV4)
const global6 = listOf("ipv6", GLOBAL_IPV6)
const special6 = listOf("ipv6", SPECIAL_IPV6)

/** Whether anybody on the internet can have this IP address. */
export function isPublicIp(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special4.check(address, "ipv4")
    case 6: {
      const plain = address.replace(/%.*$/, "")
      return global6.check(plain, "ipv6") && !special6.check(plain, "ipv6")
    }
    default:
      return false
  }
}

function listOf(family: "ipv4" | "ipv6", ranges: readonly Range[]): BlockList {
  const list = new BlockList()
  ranges.forEach(([network, prefix]) => list.addSubnet(network, prefix, family))
  return list
}
