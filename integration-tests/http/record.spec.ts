import commentThreads from "./comment-threads.cases"
import commentsRetention from "./comments-retention.cases"
import exports from "./exports.cases"
import importing from "./import.cases"
import webhooks from "./webhooks.cases"
import { httpSuite } from "../utils/http-suite"

httpSuite([importing, commentThreads, commentsRetention, exports, webhooks])
