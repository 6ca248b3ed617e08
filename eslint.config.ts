import medusa from "@medusajs/eslint-plugin"
import { defineConfig } from "eslint/config"

export default defineConfig([
  ...medusa.configs.strict,
  {
    files: ["**/*.ts"],
    ignores: ["src/admin/**"],
    languageOptions: { parserOptions: { project: "./tsconfig.dev.json" } },
  },
  {
    // Node scripts and stand-ins for other people's servers: they follow Node
    // and those platforms, not the conventions of a Medusa store.
    ignores: [
      ".medusa/**",
      ".data/**",
      "node_modules/**",
      "tooling/**",
      "platform-sandbox/**",
      "benchmarks/**",
      "jest.config.js",
      "integration-tests/setup.js",
    ],
  },
])
