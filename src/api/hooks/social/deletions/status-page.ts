import type { DeletionRequest } from "../../../../modules/social-posts/sql/webhooks/deletion-requests"

const TEXTS: Readonly<Record<DeletionRequest["status"], string>> = {
  pending: "The data is being deleted.",
  done: "The data has been deleted.",
  failed:
    "Deleting was interrupted. It is tried again by itself, every minute.",
}

const time = (date: Date) =>
  `<time datetime="${date.toISOString()}">${date.toISOString().slice(0, 16).replace("T", " ")} UTC</time>`

const page = (title: string, body: string) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 36rem; margin: 3rem auto; padding: 0 1rem }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`

/** Tells how far a deletion is; names nobody. */
export function statusPage(request: DeletionRequest): string {
  const { status, requested_at, finished_at } = request
  return page(
    "Your deletion request",
    `<p role="status"><strong>${TEXTS[status]}</strong></p>
<p>Requested: ${time(requested_at)}</p>${
      finished_at ? `\n<p>Finished: ${time(finished_at)}</p>` : ""
    }`
  )
}

/** For codes nobody was given. */
export const UNKNOWN_PAGE = page(
  "Unknown code",
  "<p>There is no deletion request with this code. Check that the address is complete.</p>"
)
