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
    env: environment(url),
  }
}

/** Points a store at the stand-ins, with the apps they know. */
function environment(url) {
  const at = (host) => `${url}/${host}`
  return {
    SOCIAL_INSTAGRAM_BASE_URL: at("graph.instagram.com"),
    SOCIAL_INSTAGRAM_OAUTH_BASE_URL: at("www.instagram.com"),
    SOCIAL_INSTAGRAM_TOKEN_BASE_URL: at("api.instagram.com"),
    SOCIAL_INSTAGRAM_CLIENT_ID: "200000000000002",
    SOCIAL_INSTAGRAM_CLIENT_SECRET: "sandbox-instagram-secret",
    SOCIAL_FACEBOOK_BASE_URL: at("graph.facebook.com"),
    SOCIAL_FACEBOOK_OAUTH_BASE_URL: at("www.facebook.com"),
    SOCIAL_FACEBOOK_CLIENT_ID: "100000000000001",
    SOCIAL_FACEBOOK_CLIENT_SECRET: "sandbox-app-secret",
    SOCIAL_TWITTER_BASE_URL: at("api.x.com"),
    SOCIAL_TWITTER_OAUTH_BASE_URL: at("x.com"),
    SOCIAL_TWITTER_CLIENT_ID: "sandbox-x-client",
    SOCIAL_TWITTER_CLIENT_SECRET: "sandbox-x-secret",
    SOCIAL_LINKEDIN_BASE_URL: at("api.linkedin.com"),
    SOCIAL_LINKEDIN_OAUTH_BASE_URL: at("www.linkedin.com"),
    SOCIAL_LINKEDIN_CLIENT_ID: "sandbox-li-client",
    SOCIAL_LINKEDIN_CLIENT_SECRET: "sandbox-li-secret",
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
