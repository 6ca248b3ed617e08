import { join } from "node:path"
import { ROOT, run } from "../../utils/booted-store/commands"

export interface Packed {
  tarball: string
  /** Paths inside the package, e.g. `.medusa/server/src/index.js`. */
  files: string[]
}

/** Builds the plugin and packs it as `npm publish` would. */
export async function buildAndPack(folder: string): Promise<Packed> {
  await run("npm", ["run", "build"], ROOT)
  const told = await run(
    "npm",
    ["pack", "--json", "--ignore-scripts", `--pack-destination=${folder}`],
    ROOT
  )
  const packed = JSON.parse(told.slice(told.indexOf("["))) as {
    filename: string
    files: { path: string }[]
  }[]
  const [first] = packed
  if (!first) {
    throw new Error(`npm pack named no package: ${told}`)
  }
  return {
    tarball: join(folder, first.filename),
    files: first.files.map((file) => file.path),
  }
}
