import deAccounts from "./de/accounts.json"
import deCommon from "./de/common.json"
import dePlatforms from "./de/platforms.json"
import dePost from "./de/post.json"
import dePosts from "./de/posts.json"
import deProduct from "./de/product.json"
import deRuns from "./de/runs.json"
import enAccounts from "./en/accounts.json"
import enCommon from "./en/common.json"
import enPlatforms from "./en/platforms.json"
import enPost from "./en/post.json"
import enPosts from "./en/posts.json"
import enProduct from "./en/product.json"
import enRuns from "./en/runs.json"

/** The plugin's own namespace: `useTranslation("social")`. */
export default {
  en: {
    social: {
      ...enCommon,
      platforms: enPlatforms,
      posts: enPosts,
      post: enPost,
      accounts: enAccounts,
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
      runs: deRuns,
      product: deProduct,
    },
  },
}
