import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSocialAccountAudience } from "../../../hooks/api/social-account-record"
import { useFormat } from "../../../hooks/use-format"
import type { SocialAccount, SocialAccountAudience } from "../../../types/http"
import { useNumberReason } from "../numbers/use-number-reason"
import { AudienceDimension } from "./audience-dimension"
import { dimensionsOf } from "./dimensions"
import { OnlineHours } from "./online-hours"

/** Who follows the account: ages, genders, places, and when they are online. */
export const AccountAudience = ({ account }: { account: SocialAccount }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { audience } = useSocialAccountAudience(account.id)
  // The platform may not have it at all.
  if (!audience) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Heading level="h2">{t("audience.title")}</Heading>
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {t("audience.asOf", { day: format.utcDate(audience.day) })}
        </Text>
      </div>
      <Dimensions audience={audience} platform={account.platform} />
    </Container>
  )
}

interface DimensionsProps {
  audience: SocialAccountAudience
  platform: string
}

const Dimensions = ({ audience, platform }: DimensionsProps) => {
  const { t } = useTranslation("social")
  const reasonOf = useNumberReason(platform)
  const { demographics, online_hours, unavailable } = audience
  const dimensions = dimensionsOf(demographics ?? {})
  const reason =
    unavailable?.demographics ?? Object.values(unavailable ?? {})[0]
  if (dimensions.length === 0 && !online_hours) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {reason ? reasonOf(reason) : t("audience.none")}
      </Text>
    )
  }
  return (
    <>
      {dimensions.length > 0 && (
        <div className="grid gap-x-8 gap-y-6 px-6 py-4 md:grid-cols-2">
          {dimensions.map((dimension) => (
            <AudienceDimension key={dimension.name} dimension={dimension} />
          ))}
        </div>
      )}
      {dimensions.length === 0 && unavailable?.demographics && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {reasonOf(unavailable.demographics)}
        </Text>
      )}
      {online_hours && <OnlineHours online={online_hours} />}
    </>
  )
}
