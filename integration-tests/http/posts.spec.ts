import badInput from "./bad-input.cases"
import bulkPosts from "./bulk-posts.cases"
import changePostId from "./change-post-id.cases"
import posts from "./posts.cases"
import products from "./products.cases"
import sync from "./sync.cases"
import syncRuns from "./sync-runs.cases"
import { httpSuite } from "../utils/http-suite"

httpSuite([posts, bulkPosts, changePostId, badInput, products, sync, syncRuns])
