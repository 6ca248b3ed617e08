import { Container, Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SocialRetentionRule } from "../../types/http"
import { PlatformLabel } from "../common/platform-label"
import { RunRetention } from "./run-retention"
import { useRetentionWords } from "./use-retention-words"

interface RetentionRulesProps {
  rules: readonly SocialRetentionRule[]
}

/** How long what of a platform is kept, and by whose rule. */
export const RetentionRules = ({ rules }: RetentionRulesProps) => {
  const { t } = useTranslation("social")
  const words = useRetentionWords()
  return (
    <Container className="overflow-hidden p-0">
      <div className="flex flex-wrap items-start justify-between gap-4 px-6 py-4">
        <div className="flex min-w-0 flex-1 basis-64 flex-col gap-y-1">
          <Heading level="h1">{t("retention.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("retention.intro")}
          </Text>
        </div>
        <RunRetention />
      </div>
      <div className="overflow-x-auto">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("fields.platform")}</Table.HeaderCell>
              <Table.HeaderCell>{t("retention.fields.data")}</Table.HeaderCell>
              <Table.HeaderCell>{t("retention.fields.kept")}</Table.HeaderCell>
              <Table.HeaderCell>{t("retention.fields.from")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body className="border-b-0">
            {rules.map((rule) => (
              <Table.Row key={`${rule.platform} ${rule.data} ${rule.from}`}>
                <Table.Cell className="whitespace-nowrap">
                  <PlatformLabel platform={rule.platform} />
                </Table.Cell>
                <Table.Cell>{words.dataOf(rule.data)}</Table.Cell>
                <Table.Cell className="whitespace-nowrap">
                  {words.kept(rule.keep_hours)}
                </Table.Cell>
                <Table.Cell className="whitespace-nowrap">
                  {t(`retention.from.${rule.from}`)}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </Container>
  )
}
