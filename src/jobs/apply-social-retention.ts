import type { MedusaContainer } from "@medusajs/framework/types"
import { pruneSocialRecordWorkflow } from "../workflows/retention/workflows/prune-social-record"

/**
 * Twice an hour: removes what may not be kept any longer. Some platforms count
 * in hours, so a daily run would keep things for up to a day too long. Two
 * processes may run it at the same time: each row goes once.
 */
const applySocialRetention = async (container: MedusaContainer) => {
  await pruneSocialRecordWorkflow(container).run({
    input: { trigger: "scheduled" },
  })
}

export default applySocialRetention

export const config = {
  name: "apply-social-retention",
  schedule: "*/30 * * * *",
}
