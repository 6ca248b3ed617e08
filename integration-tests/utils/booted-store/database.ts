import { Client } from "pg"

const server = () => ({
  host: process.env.DB_HOST ?? "127.0.0.1",
  port: Number(process.env.DB_PORT ?? 5432),
  user: process.env.DB_USERNAME ?? "postgres",
  password: process.env.DB_PASSWORD ?? "",
})

async function execute(statement: string): Promise<void> {
  const client = new Client({ ...server(), database: "postgres" })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Makes an empty database and gives its address. */
export async function createDatabase(name: string): Promise<string> {
  await execute(`create database "${name}"`)
  const { host, port, user, password } = server()
  return `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/${name}`
}

export const dropDatabase = (name: string) =>
  execute(`drop database if exists "${name}" with (force)`)
