import axios from "axios"
import type { WorldAccount, WorldPost } from "../../../platform-sandbox"
import { place } from "./place"

const control = () =>
  axios.create({ baseURL: `${place().sandboxUrl}/__sandbox` })

/** The stand-in platforms, which run outside of the specs. */
export const sandbox = {
  /** A new world; without options the demo's. */
  rebuild: (options: Record<string, unknown> = {}) =>
    control().post("/world", { seed: 1, ...options }),
  world: async () => {
    const { data } = await control().get<{
      accounts: WorldAccount[]
      posts: WorldPost[]
    }>("/world")
    return data
  },
  /** Trouble to come; see the sandbox's faults. */
  addFault: (fault: Record<string, unknown>) =>
    control().post("/faults", fault),
  clearFaults: () => control().delete("/faults"),
  /** Changes something of a world, e.g. ends a token. */
  set: (change: Record<string, unknown>) => control().post("/set", change),
  /** Delay of every answer; a change ends the delays there are. */
  latency: (ms: number) => control().post("/latency", { ms }),
  /** Nothing is answered until the latency is changed. */
  standStill: () => sandbox.latency(100_000),
  calls: async () => (await control().get("/ledger")).data,
}
