const { existsSync } = require("node:fs")

/** Kinds of tests, chosen by `TEST_TYPE`; without it all are found. */
const KINDS = {
  unit: ["src", "platform-sandbox"].map(
    (folder) => `<rootDir>/${folder}/**/__tests__/**/*.spec.[jt]s?(x)`
  ),
  ...Object.fromEntries(
    ["modules", "http", "faults", "browser", "package"].map((kind) => [
      kind,
      [`<rootDir>/integration-tests/${kind}/**/*.spec.[jt]s`],
    ])
  ),
}

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["src", "platform-sandbox", "integration-tests"]
    .filter((folder) => existsSync(`${__dirname}/${folder}`))
    .map((folder) => `<rootDir>/${folder}`),
  testMatch: KINDS[process.env.TEST_TYPE] ?? Object.values(KINDS).flat(),
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true, decorators: true },
          transform: {
            decoratorMetadata: true,
            react: { runtime: "automatic" },
          },
          target: "es2021",
        },
      },
    ],
  },
  setupFiles: ["<rootDir>/integration-tests/setup.js"],
  ...(process.env.TEST_TYPE === "browser"
    ? {
        globalSetup: "<rootDir>/integration-tests/browser/global-setup.ts",
        globalTeardown:
          "<rootDir>/integration-tests/browser/global-teardown.ts",
      }
    : {}),
  // Booting a store and migrating its database takes its time.
  testTimeout:
    { unit: 20_000, browser: 300_000 }[process.env.TEST_TYPE] ?? 120_000,
  watchman: false,
}
