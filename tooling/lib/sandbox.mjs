import { createInterface } from "node:readline"
import { join } from "node:path"
import { rememberedPort } from "./free-port.mjs"
import { readJson, writeJson } from "./json-file.mjs"
import { log } from "./log.mjs"
import { DATA } from "./paths.mjs"
import { mustRun, start } from "./processes.mjs"

const FILE = join(DATA, "sandbox.json")
const SEED = 1

/**
 * Starts the stand-in platforms. They show the same world at every start: the
 * one that began at the first start, at today's time.
 */
export async function startSandbox() {
  const world = { seed: SEED, now: new Date().toISOString(), ...readJson(FILE) }
  writeJson(FILE, world)
  const port = await rememberedPort("sandbox", 9100)
  const handle = start(
    "sandbox",
    process.execPath,
    [
      "-r",
      "ts-node/register",
      "platform-sandbox/main.ts",
      `--port=${port}`,
      `--seed=${world.seed}`,
      `--now=${world.now}`,
      "--pictures",
    ],
    { show: "errors", vital: true }
  )
  const url = await firstLine(handle)
  const control = (path, body) => ask(`${url}/__sandbox${path}`, body)
  await control("/clock", { now: new Date().toISOString() })
  log(`Stand-in platforms: ${url}`)
  return {
    url,
    world: () => control("/world"),
    env: {
      SOCIAL_INSTAGRAM_BASE_URL: `${url}/graph.instagram.com`,
      SOCIAL_INSTAGRAM_FACEBOOK_BASE_URL: `${url}/graph.facebook.com`,
      SOCIAL_FACEBOOK_BASE_URL: `${url}/graph.facebook.com`,
      SOCIAL_TWITTER_BASE_URL: `${url}/api.x.com`,
      SOCIAL_LINKEDIN_BASE_URL: `${url}/api.linkedin.com`,
    },
  }
}

async function firstLine(handle) {
  const lines = createInterface({ input: handle.child.stdout })
  const line = await Promise.race([
    new Promise((done) => lines.once("line", done)),
    handle.exit,
  ])
  mustRun(handle)
  return line
}

async function ask(url, body) {
  const answer = await fetch(url, {
    ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(60_000),
  })
  if (!answer.ok) {
    throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  }
  return answer.json()
}
