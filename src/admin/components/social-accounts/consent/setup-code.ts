/** What is to be added to the options of a platform's provider. */
export function setupCode(platform: string, options: readonly string[]) {
  const variable = (option: string) =>
    `${platform}_${option}`.replaceAll("-", "_").toUpperCase()
  return [
    `// medusa-config.ts, providers, "${platform}"`,
    "options: {",
    ...options.map((option) => `  ${option}: process.env.${variable(option)},`),
    "},",
  ].join("\n")
}
