import type { ExportRequest } from "../../../modules/social-posts/services/export-service"

/** `social-posts-2026-11-21.csv`, with the day it was made (UTC). */
export const fileName = (
  { kind, format }: Pick<ExportRequest, "kind" | "format">,
  now: Date
): string => `social-${kind}-${now.toISOString().slice(0, 10)}.${format}`
