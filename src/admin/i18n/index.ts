import deAccounts from "./de/accounts.json"
import deAudience from "./de/audience.json"
import deComments from "./de/comments.json"
import deCommon from "./de/common.json"
import deConnect from "./de/connect.json"
import deExports from "./de/exports.json"
import deHealth from "./de/health.json"
import deImports from "./de/imports.json"
import deNumbers from "./de/numbers.json"
import dePeriods from "./de/periods.json"
import dePlatforms from "./de/platforms.json"
import dePost from "./de/post.json"
import dePosts from "./de/posts.json"
import deProduct from "./de/product.json"
import deRetention from "./de/retention.json"
import deRuns from "./de/runs.json"
import deStories from "./de/stories.json"
import deSyncSettings from "./de/sync-settings.json"
import enAccounts from "./en/accounts.json"
import enAudience from "./en/audience.json"
import enComments from "./en/comments.json"
import enCommon from "./en/common.json"
import enConnect from "./en/connect.json"
import enExports from "./en/exports.json"
import enHealth from "./en/health.json"
import enImports from "./en/imports.json"
import enNumbers from "./en/numbers.json"
import enPeriods from "./en/periods.json"
import enPlatforms from "./en/platforms.json"
import enPost from "./en/post.json"
import enPosts from "./en/posts.json"
import enProduct from "./en/product.json"
import enRetention from "./en/retention.json"
import enRuns from "./en/runs.json"
import enStories from "./en/stories.json"
import enSyncSettings from "./en/sync-settings.json"

/** The plugin's own namespace: `useTranslation("social")`. */
export default {
  en: {
    social: {
      ...enCommon,
      platforms: enPlatforms,
      posts: enPosts,
      post: enPost,
      comments: enComments,
      stories: enStories,
      accounts: enAccounts,
      imports: enImports,
      numbers: enNumbers,
      audience: enAudience,
      periods: enPeriods,
      connect: enConnect,
      health: enHealth,
      syncSettings: enSyncSettings,
      retention: enRetention,
      exports: enExports,
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
      comments: deComments,
      stories: deStories,
      accounts: deAccounts,
      imports: deImports,
      numbers: deNumbers,
      audience: deAudience,
      periods: dePeriods,
      connect: deConnect,
      health: deHealth,
      syncSettings: deSyncSettings,
      retention: deRetention,
      exports: deExports,
      runs: deRuns,
      product: deProduct,
    },
  },
}
