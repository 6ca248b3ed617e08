/** `npm run bench [-- --json]`: what a sync costs, beside a naive client. */
import { launch, typescript } from "./lib/launch.mjs"

launch(typescript("benchmarks/main.ts"))
