/** Ends what the set-up has started. */
export default async function teardown(): Promise<void> {
  const { browserTestTeardown } = globalThis as {
    browserTestTeardown?: () => Promise<void>
  }
  await browserTestTeardown?.()
}
