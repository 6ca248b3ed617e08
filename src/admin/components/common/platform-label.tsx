import { clx, Text } from "@medusajs/ui"
import { platformLook } from "../../lib/platforms"

interface PlatformProps {
  platform: string
  className?: string
}

/** A platform's icon; the name is read out. */
export const PlatformIcon = ({ platform, className }: PlatformProps) => {
  const { Icon, label, color, className: own } = platformLook(platform)
  return (
    <Icon
      role="img"
      aria-label={label}
      style={{ color }}
      className={clx("shrink-0", own, className)}
    />
  )
}

/** A platform's icon and name. */
export const PlatformLabel = ({ platform, className }: PlatformProps) => {
  const { Icon, label, color, className: own } = platformLook(platform)
  return (
    <span className={clx("flex items-center gap-x-2", className)}>
      <Icon aria-hidden style={{ color }} className={clx("shrink-0", own)} />
      <Text as="span" size="small" leading="compact">
        {label}
      </Text>
    </span>
  )
}
