/** A small client of the store's admin routes. */
export class AdminClient {
  constructor(url) {
    this.url = url
  }

  /** False when the user or the password is unknown. */
  async login({ email, password }) {
    const answer = await this.send("POST", "/auth/user/emailpass", {
      email,
      password,
    })
    if (answer.status === 401) {
      return false
    }
    this.token = (await read(answer, "POST /auth/user/emailpass")).token
    return true
  }

  async get(path) {
    return read(await this.send("GET", path), `GET ${path}`)
  }

  async post(path, body) {
    return read(await this.send("POST", path, body ?? {}), `POST ${path}`)
  }

  /** All rows of a list route, page by page. */
  async list(path, key) {
    const rows = []
    for (;;) {
      const page = await this.get(`${path}?limit=200&offset=${rows.length}`)
      rows.push(...page[key])
      if (page[key].length === 0 || rows.length >= page.count) {
        return rows
      }
    }
  }

  send(method, path, body) {
    return fetch(this.url + path, {
      method,
      headers: {
        ...(body ? { "content-type": "application/json" } : {}),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      body: body && JSON.stringify(body),
    })
  }
}

async function read(answer, what) {
  const text = await answer.text()
  if (!answer.ok) {
    const error = new Error(
      `${what} answered ${answer.status}: ${text.slice(0, 500)}`
    )
    error.status = answer.status
    throw error
  }
  return text ? JSON.parse(text) : null
}
