import { Button, Container, Heading, Text } from "@medusajs/ui"
import { type ReactNode, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { pathToBegin } from "../../../lib/begun-connection"
import { PlatformIcon } from "../../common/platform-label"

interface ConnectMessageProps {
  title: string
  /** What was being connected, where the next attempt begins. */
  begun: Parameters<typeof pathToBegin>[0]
  /** What happened and what to do. */
  children: ReactNode
}

/** A page that says why nothing was connected, with the way to try again. */
export const ConnectMessage = ({
  title,
  begun,
  children,
}: ConnectMessageProps) => {
  const { t } = useTranslation("social")
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <Container className="flex flex-col items-center px-6 py-16">
      <div className="flex max-w-[520px] flex-col items-center gap-y-4 text-center">
        {begun && <PlatformIcon platform={begun.platform} className="size-6" />}
        <div ref={heading} tabIndex={-1} className="outline-none">
          <Heading level="h1">{title}</Heading>
        </div>
        <Text
          as="div"
          size="small"
          className="text-ui-fg-subtle flex flex-col gap-y-2 text-pretty"
        >
          {children}
        </Text>
        <div className="flex flex-wrap justify-center gap-2">
          <Button size="small" variant="secondary" asChild>
            <Link to="/social/accounts">{t("connect.toAccounts")}</Link>
          </Button>
          <Button size="small" asChild>
            <Link to={pathToBegin(begun)}>{t("actions.tryAgain")}</Link>
          </Button>
        </div>
      </div>
    </Container>
  )
}
