import type { RangeChoice } from "../../lib/day-range"
import type { SocialExportFormat, SocialExportKind } from "../../types/http"

export const FORMATS: readonly SocialExportFormat[] = ["csv", "json"]

export interface ExportValues {
  kind: SocialExportKind
  format: SocialExportFormat
  range: RangeChoice
}
