import { useSocialPlatforms } from "../../hooks/api/social-platforms"

/** A configured platform; nothing while it loads, and for one that is gone. */
export const useSocialPlatform = (id: string) =>
  useSocialPlatforms().social_platforms?.find((platform) => platform.id === id)
