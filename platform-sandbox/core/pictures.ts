import { between, hash } from "./hash"

/** Hosts from which the platforms serve pictures. */
const PICTURE_HOSTS = [
  "scontent.cdninstagram.com",
  "scontent.xx.fbcdn.net",
  "pbs.twimg.com",
  "media.licdn.com",
]

export const PICTURES_HOST = "__pictures"

/**
 * Points the addresses of pictures in an answer to this sandbox, so that a
 * demo without an internet has something to look at.
 */
export function withLocalPictures(body: unknown, url: string): unknown {
  if (typeof body !== "object" || body === null) {
    return body
  }
  let text = JSON.stringify(body)
  for (const host of PICTURE_HOSTS) {
    text = text.replaceAll(
      `https://${host}/`,
      `${url}/${PICTURES_HOST}/${host}/`
    )
  }
  return JSON.parse(text) as unknown
}

/** A picture of its own for every address: hills under a sun. */
export function drawPicture(path: string): string {
  const hue = hash(1, path, "hue") % 360
  const sun = {
    x: between(20, 80, 1, path, "x"),
    r: between(8, 15, 1, path, "r"),
  }
  const hill = (number: number, base: number) => {
    const at = (corner: string) =>
      base + between(-10, 10, 1, path, number, corner)
    return `M0 ${at("a")} C 30 ${at("b")}, 60 ${at("c")}, 100 ${at("d")} V 100 H 0 Z`
  }
  const shade = (turn: number, light: number) =>
    `hsl(${(hue + turn) % 360} 55% ${light}%)`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="640" height="640">
<rect width="100" height="100" fill="${shade(0, 84)}"/>
<circle cx="${sun.x}" cy="32" r="${sun.r}" fill="${shade(40, 68)}"/>
<path d="${hill(1, 58)}" fill="${shade(10, 62)}"/>
<path d="${hill(2, 70)}" fill="${shade(20, 48)}"/>
<path d="${hill(3, 84)}" fill="${shade(30, 34)}"/>
</svg>`
}
