import { Text } from "@medusajs/ui"
import { ServerText } from "../../common/server-text"
import type { SocialAccountRemoval } from "../../../types/http"

interface RemovalAtPlatformProps {
  removal: Pick<SocialAccountRemoval, "revocation_note">
}

/** What disconnecting does at the platform, in the server's words. */
export const RemovalAtPlatform = ({ removal }: RemovalAtPlatformProps) => (
  <Text size="small" className="text-ui-fg-subtle text-pretty">
    <ServerText>{removal.revocation_note}</ServerText>
  </Text>
)
