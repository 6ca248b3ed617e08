import type { AxiosInstance } from "axios"
import { type AdminBrowser, launchBrowser } from "./browser"
import { adminApi, emptyStore, storeUrl } from "./store"

export interface BrowserSuite {
  browser: () => AdminBrowser
  api: () => AxiosInstance
}

/** Tests in a browser, each in an empty store. */
export function browserSuite(
  name: string,
  tests: (suite: BrowserSuite) => void
): void {
  describe(name, () => {
    let browser: AdminBrowser
    let api: AxiosInstance
    beforeAll(async () => {
      browser = await launchBrowser(storeUrl())
      api = await adminApi()
    })
    beforeEach(emptyStore)
    afterEach(() =>
      browser.closePages(expect.getState().currentTestName ?? "page")
    )
    afterAll(() => browser?.close())
    tests({ browser: () => browser, api: () => api })
  })
}
