import { Eye, EyeSlash } from "@medusajs/icons"
import { clx, IconButton } from "@medusajs/ui"
import { type ComponentPropsWithoutRef, forwardRef, useState } from "react"
import { useTranslation } from "react-i18next"

/** Those of Medusa's Input, which does not export them. */
const LOOK =
  "caret-ui-fg-base bg-ui-bg-field hover:bg-ui-bg-field-hover shadow-borders-base placeholder-ui-fg-muted text-ui-fg-base transition-fg txt-compact-small relative h-8 w-full appearance-none rounded-md py-1.5 pe-9 ps-2 outline-none focus-visible:shadow-borders-interactive-with-active aria-[invalid=true]:!shadow-borders-error"

type TokenInputProps = Omit<ComponentPropsWithoutRef<"input">, "type">

/**
 * Takes a pasted token: hidden unless asked for, and nothing for a browser to
 * remember. Medusa's own password field names its button in English only.
 */
export const TokenInput = forwardRef<HTMLInputElement, TokenInputProps>(
  ({ className, ...props }, ref) => {
    const { t } = useTranslation("social")
    const [isShown, setIsShown] = useState(false)
    return (
      <div className="relative">
        <input
          ref={ref}
          type={isShown ? "text" : "password"}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          // Password managers leave it alone.
          data-1p-ignore
          data-lpignore="true"
          className={clx(LOOK, className)}
          {...props}
        />
        <IconButton
          type="button"
          size="2xsmall"
          variant="transparent"
          className="absolute end-1.5 top-1.5"
          aria-pressed={isShown}
          aria-label={t("accounts.form.showToken")}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? <EyeSlash /> : <Eye />}
        </IconButton>
      </div>
    )
  }
)
TokenInput.displayName = "TokenInput"
