import { useMemo } from "react"
import { useSocialPlatforms } from "../../hooks/api/social-platforms"

/** All platforms to choose from in a filter. */
export function usePlatformOptions(): { value: string; label: string }[] {
  const { social_platforms } = useSocialPlatforms()
  return useMemo(
    () =>
      (social_platforms ?? []).map(({ id, label }) => ({ value: id, label })),
    [social_platforms]
  )
}
