import { clx, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { isLong } from "./is-long"

/**
 * A text as it was written, line breaks and all; long ones are folded.
 * Addresses in it stay text: nobody vouches for what strangers link to.
 */
export const LongText = ({ text }: { text: string }) => {
  const { t } = useTranslation("social")
  const [isOpen, setIsOpen] = useState(false)
  const canFold = isLong(text)
  return (
    <div className="flex min-w-0 flex-col items-start gap-y-1">
      <Text
        size="small"
        className={clx("max-w-full whitespace-pre-wrap break-words", {
          "line-clamp-4": canFold && !isOpen,
        })}
      >
        {text}
      </Text>
      {canFold && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          className="text-ui-fg-interactive-hover hover:underline txt-compact-small focus-visible:shadow-borders-focus rounded-sm outline-none"
        >
          {t(isOpen ? "post.showLess" : "actions.showMore")}
        </button>
      )}
    </div>
  )
}
