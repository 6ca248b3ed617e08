import { TriangleDownMini } from "@medusajs/icons"
import { clx, Text } from "@medusajs/ui"
import { type ReactNode, useId, useState } from "react"

interface FoldableProps {
  title: string
  /** Written as a section's heading rather than as a small line. */
  isSection?: boolean
  /** Made only once it is opened. */
  children: () => ReactNode
}

/** A line that opens to show more. */
export const Foldable = ({ title, isSection, children }: FoldableProps) => {
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const button = (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={id}
      onClick={() => setIsOpen(!isOpen)}
      className="transition-fg focus-visible:shadow-borders-focus hover:bg-ui-bg-base-hover flex w-full items-center justify-between gap-x-2 px-6 py-4 text-left outline-none"
    >
      {isSection ? (
        title
      ) : (
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {title}
        </Text>
      )}
      <TriangleDownMini
        aria-hidden
        className={clx("text-ui-fg-muted shrink-0 transition-transform", {
          "rotate-180": isOpen,
        })}
      />
    </button>
  )
  return (
    <div>
      {isSection ? (
        <h2 className="h2-core font-sans font-medium">{button}</h2>
      ) : (
        button
      )}
      <div id={id} hidden={!isOpen}>
        {isOpen && children()}
      </div>
    </div>
  )
}
