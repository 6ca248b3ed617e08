import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"

const ROOT = resolve(__dirname, "../..")

/** Rooms from the lowest to the highest; each may import from those before. */
const ROOMS = ["platform-kit", "providers", "modules", "workflows"]
/** The top floor: its rooms import from below, nobody imports from them. */
const DOORS = ["api", "jobs", "subscribers", "scripts"]

interface Source {
  /** Path from the root of the repository. */
  path: string
  text: string
}

function sourcesOf(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(ROOT, path),
      text: readFileSync(path, "utf8"),
    }))
}

/** Relative imports of a file, as paths from the root. */
function importsOf({ path, text }: Source): string[] {
  const found = text.matchAll(
    /(?:from|import|import\(|require\()\s*"(\.{1,2}(?:\/[^"]*)?)"/g
  )
  return [...found].map(([, target]) =>
    relative(ROOT, resolve(ROOT, dirname(path), target as string))
  )
}

const roomOf = (path: string) => path.split("/")[1] as string
const levelOf = (room: string) =>
  DOORS.includes(room) ? ROOMS.length : ROOMS.indexOf(room)

const src = sourcesOf("src").filter(({ path }) => !path.includes("__tests__"))
const rooms = src.filter(({ path }) => levelOf(roomOf(path)) >= 0)

describe("the rooms of src", () => {
  it("were found", () => {
    for (const room of [...ROOMS, "api", "jobs", "subscribers"]) {
      const files = rooms.filter(({ path }) => roomOf(path) === room)
      expect([room, files.length > 0]).toEqual([room, true])
    }
    const edges = rooms.flatMap(importsOf)
    expect(edges.length).toBeGreaterThan(200)
  })

  it("import from their own floor and from below", () => {
    const upward = rooms.flatMap((source) =>
      importsOf(source)
        .filter((target) => {
          const [from, to] = [roomOf(source.path), roomOf(target)]
          const isDoor = DOORS.includes(to) && to !== from
          return (
            !target.startsWith("src/") ||
            isDoor ||
            levelOf(to) < 0 ||
            levelOf(to) > levelOf(from)
          )
        })
        .map((target) => `${source.path} → ${target}`)
    )
    expect(upward).toEqual([])
  })

  it("keep one platform apart from another", () => {
    const platformOf = (path: string) => path.split("/")[2]
    const across = rooms
      .filter(({ path }) => roomOf(path) === "providers")
      .flatMap((source) =>
        importsOf(source)
          .filter(
            (target) =>
              roomOf(target) === "providers" &&
              platformOf(target) !== platformOf(source.path)
          )
          .map((target) => `${source.path} → ${target}`)
      )
    expect(across).toEqual([])
  })

  it("name no platform below the providers' floor and above it", () => {
    const named = rooms.flatMap((source) =>
      importsOf(source)
        .filter((target) => roomOf(target) === "providers")
        .filter(() => roomOf(source.path) !== "providers")
        .map((target) => `${source.path} → ${target}`)
    )
    expect(named).toEqual([])
  })

  it("write hosts into option defaults only", () => {
    const hosts = src
      .filter(({ path }) => !path.endsWith("/options.ts"))
      .filter(({ text }) =>
        /["'`]https?:\/\//.test(text.replace(/^\s*(?:\*|\/\/|\/\*).*$/gm, ""))
      )
      .map(({ path }) => path)
    expect(hosts).toEqual([])
  })

  it("read the environment in no module code", () => {
    const readers = src
      .filter(({ text }) => /process\.env(?!\.\$\{)/.test(text))
      .map(({ path }) => path)
    // Example code in the admin is text (`process.env.${…}`).
    // A job's schedule is fixed at import time and cannot see options.
    expect(readers).toEqual(["src/jobs/sync-all-insights.ts"])
  })
})

describe("platform-sandbox", () => {
  it("shares no code with src", () => {
    const isTest = (path: string) => path.includes("__tests__")
    const leaves = [...src, ...sourcesOf("platform-sandbox")]
      .filter(({ path }) => !isTest(path))
      .flatMap((source) => {
        const own = source.path.split("/")[0]
        return importsOf(source)
          .filter((target) => target.split("/")[0] !== own)
          .map((target) => `${source.path} → ${target}`)
      })
    expect(leaves).toEqual([])
  })
})
