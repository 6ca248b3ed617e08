import {
  exportPath,
  type ExportRequest,
  exportUrl,
  nameOfFile,
} from "./export-url"
import { backendUrl, hasSessionCookie, sdk } from "./sdk"

/**
 * Saves an export as a file. With a session cookie the browser itself loads it,
 * straight to the disk, however large it is. A link carries no token: with one
 * the file is fetched first and held in memory.
 *
 * @throws FetchError with a token only; else the browser tells of a failure
 */
export async function download(request: ExportRequest): Promise<void> {
  if (hasSessionCookie) {
    save(exportUrl(request, backendUrl()), "")
    return
  }
  const response = await sdk.client.fetch<Response>(exportPath(request), {
    query: { ...request.query, format: request.format },
    // Anything but JSON, which the client would parse.
    headers: { accept: "*/*" },
  })
  const url = URL.createObjectURL(await response.blob())
  save(url, nameOfFile(response.headers.get("content-disposition"), request))
  URL.revokeObjectURL(url)
}

/** Without a name, the server's is taken. */
function save(href: string, name: string): void {
  const link = document.createElement("a")
  link.href = href
  link.download = name
  link.rel = "noreferrer"
  document.body.append(link)
  link.click()
  link.remove()
}
