/** `npm run simulate`: the long simulations and fault series, whole. */
import { launch, typescript } from "./lib/launch.mjs"

launch(typescript("integration-tests/simulations/main.ts"))
