import { clx } from "@medusajs/ui"
import { Link, type LinkProps } from "react-router-dom"

/**
 * A link among other text. Underlined: Medusa's blue alone has too little
 * contrast on white.
 */
export const TextLink = ({ className, ...props }: LinkProps) => (
  <Link
    {...props}
    className={clx(
      "text-ui-fg-base hover:text-ui-fg-subtle transition-fg focus-visible:shadow-borders-focus rounded-sm underline decoration-ui-border-strong underline-offset-4 outline-none",
      className
    )}
  />
)
