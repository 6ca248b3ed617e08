/** Prefix of the registered platforms in the module's container. */
export const PLATFORM_PREFIX = "social_platform_"
