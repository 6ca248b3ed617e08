import type { PlatformEdge } from "../platform-http"
import { classifyGraphAnswer } from "./classify"
import { readGraphUsage } from "./usage"

/** What a platform on Meta's Graph API knows about its answers. */
export function graphEdge(platform: string, label: string): PlatformEdge {
  return {
    platform,
    label,
    classify: (answer, request, call) =>
      classifyGraphAnswer(label, answer, request.url, call.now()),
    readUsage: ({ headers }, _request, call) =>
      readGraphUsage(headers, platform, call.account.id, call.now()),
  }
}
