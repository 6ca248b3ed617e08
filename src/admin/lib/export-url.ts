import type { SocialExportFormat, SocialExportKind } from "../types/http"

export type ExportQuery = Record<
  string,
  string | number | boolean | readonly string[] | null | undefined
>

export interface ExportRequest {
  kind: SocialExportKind
  format: SocialExportFormat
  query?: ExportQuery
}

/** The route of an export, below the address of the backend. */
export const exportPath = ({ kind }: Pick<ExportRequest, "kind">): string =>
  `/admin/social-exports/${kind}`

/** Where a file is; a store may live below a path of its own. */
export function exportUrl(
  { kind, format, query = {} }: ExportRequest,
  backend: string
): string {
  const url = new URL(backend)
  url.pathname = `${url.pathname.replace(/\/$/, "")}${exportPath({ kind })}`
  url.searchParams.set("format", format)
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      value.forEach((one) => url.searchParams.append(`${name}[]`, String(one)))
    } else if (value !== undefined && value !== null) {
      url.searchParams.set(name, String(value))
    }
  }
  return url.toString()
}

/** The name a server gave a file (RFC 6266), else a name of our own. */
export const nameOfFile = (
  disposition: string | null,
  { kind, format }: ExportRequest
): string =>
  /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ??
  `social-${kind}.${format}`
