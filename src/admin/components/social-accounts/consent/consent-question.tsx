import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  SocialConnectionFlow,
  SocialPlatform,
  SocialPlatformScope,
} from "../../../types/http"
import { ScopeList } from "../scope-list"

interface ConsentQuestionProps {
  platform: SocialPlatform
  flow: SocialConnectionFlow
  /** Only these of what is asked for, e.g. what an account lacks. */
  scopes?: readonly SocialPlatformScope[]
}

/** What a platform's consent page will ask for, in plain words. */
export const ConsentQuestion = ({
  platform,
  flow,
  scopes = flow.scopes,
}: ConsentQuestionProps) => {
  const { t } = useTranslation("social")
  return (
    <div className="flex flex-col gap-y-6">
      <ScopeList platform={platform} scopes={scopes} />
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("connect.ask.readOnly")}
      </Text>
    </div>
  )
}
