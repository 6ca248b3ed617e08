import { parseArgs } from "node:util"
import { createSandbox } from "./index"

/** Starts a sandbox from the command line; the url is the first line printed. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      seed: { type: "string" },
      latency: { type: "string" },
      now: { type: "string" },
      pictures: { type: "boolean" },
    },
  })
  const sandbox = await createSandbox({
    ...(values.port ? { port: Number(values.port) } : {}),
    ...(values.seed ? { seed: Number(values.seed) } : {}),
    ...(values.now ? { now: values.now } : {}),
    ...(values.pictures ? { pictures: true } : {}),
    ...(values.latency ? { latency_ms: Number(values.latency) } : {}),
  })
  process.stdout.write(`${sandbox.url}\n`)

  const end = () => {
    void sandbox.close().then(() => process.exit(0))
  }
  process.on("SIGTERM", end)
  process.on("SIGINT", end)
}

void main()
