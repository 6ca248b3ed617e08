import { useQuery } from "@tanstack/react-query"
import { LIVE } from "../../lib/queries"
import { socialPlatformKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { SocialPlatform } from "../../types/http"

/** The configured platforms; they change with a restart only. */
export const useSocialPlatforms = () => {
  const { data, ...rest } = useQuery({
    queryKey: socialPlatformKeys.lists(),
    queryFn: () =>
      sdk.client.fetch<{ social_platforms: SocialPlatform[] }>(
        "/admin/social-platforms"
      ),
    ...LIVE,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
  return { ...data, ...rest }
}
