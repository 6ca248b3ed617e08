import deAccounts from "./de/accounts.json"
import deCommon from "./de/common.json"
import deConnect from "./de/connect.json"
import deHealth from "./de/health.json"
import dePlatforms from "./de/platforms.json"
import dePost from "./de/post.json"
import dePosts from "./de/posts.json"
import deProduct from "./de/product.json"
import deRuns from "./de/runs.json"
import deSyncSettings from "./de/sync-settings.json"
import enAccounts from "./en/accounts.json"
import enCommon from "./en/common.json"
import enConnect from "./en/connect.json"
import enHealth from "./en/health.json"
import enPlatforms from "./en/platforms.json"
import enPost from "./en/post.json"
import enPosts from "./en/posts.json"
import enProduct from "./en/product.json"
import enRuns from "./en/runs.json"
import enSyncSettings from "./en/sync-settings.json"

/** The plugin's own namespace: `useTranslation("social")`. */
export default {
  en: {
    social: {
      ...enCommon,
      platforms: enPlatforms,
      posts: enPosts,
      post: enPost,
      accounts: enAccounts,
      connect: enConnect,
      health: enHealth,
      syncSettings: enSyncSettings,
      runs: enRuns,
      product: enProduct,
    },
  },
  de: {
    social: {
      ...deCommon,
      platforms: dePlatforms,
      posts: dePosts,
      post: dePost,
      accounts: deAccounts,
      connect: deConnect,
      health: deHealth,
      syncSettings: deSyncSettings,
      runs: deRuns,
      product: deProduct,
    },
  },
}
