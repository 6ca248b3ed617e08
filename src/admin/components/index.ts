/** Parts for pages of others: `medusa-plugin-social-insights/components`. */
export { PostInsightsPanel } from "./social-posts/post-insights-panel"
export { MetricValue } from "./common/metric-value"
export { PlatformIcon, PlatformLabel } from "./common/platform-label"
export { PostThumbnail } from "./common/post-thumbnail"
