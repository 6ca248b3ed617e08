import { Button, Drawer, Heading, Label, RadioGroup, Text } from "@medusajs/ui"
import { type ReactNode, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { rangeOf, today } from "../../lib/day-range"
import type { ExportQuery } from "../../lib/export-url"
import type { SocialExportKind } from "../../types/http"
import { DrawerHeader } from "../common/modal-header"
import { RangePicker } from "../periods/range-picker"
import { type ExportValues, FORMATS } from "./export-values"
import { useDownload } from "./use-download"

interface ExportDrawerProps {
  /** What can be exported here; the first is chosen. */
  kinds: readonly [SocialExportKind, ...SocialExportKind[]]
  /** The filters that are set where one comes from. */
  query: ExportQuery
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Asks what to save as a file, and in which form. */
export const ExportDrawer = ({
  kinds,
  query,
  open,
  onOpenChange,
}: ExportDrawerProps) => {
  const { t } = useTranslation("social")
  const { start, isLoading } = useDownload()
  const [values, setValues] = useState<ExportValues>({
    kind: kinds[0],
    format: "csv",
    range: "all",
  })
  const set = (change: Partial<ExportValues>) =>
    setValues((before) => ({ ...before, ...change }))
  const save = async () => {
    const { kind, format, range } = values
    await start({
      kind,
      format,
      query: { ...query, ...rangeOf(range, today()) },
    })
    onOpenChange(false)
  }
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Content>
        <DrawerHeader>
          <Drawer.Title asChild>
            <Heading>{t("exports.title")}</Heading>
          </Drawer.Title>
          <Drawer.Description className="text-ui-fg-subtle">
            {t("exports.description")}
          </Drawer.Description>
        </DrawerHeader>
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          {kinds.length > 1 && (
            <Field label={t("exports.what")}>
              {(id) => (
                <RadioGroup
                  aria-labelledby={id}
                  value={values.kind}
                  onValueChange={(kind) =>
                    set({ kind: kind as SocialExportKind })
                  }
                >
                  {kinds.map((kind) => (
                    <RadioGroup.ChoiceBox
                      key={kind}
                      value={kind}
                      label={t(`exports.kinds.${kind}`)}
                      description={t(`exports.hints.${kind}`)}
                    />
                  ))}
                </RadioGroup>
              )}
            </Field>
          )}
          <Field label={t("exports.range")}>
            {() => (
              <RangePicker
                value={values.range}
                onChange={(range) => set({ range })}
                lastDay={today()}
                withAll
                label={t("exports.range")}
              />
            )}
          </Field>
          <Field label={t("exports.format")}>
            {(id) => (
              <RadioGroup
                aria-labelledby={id}
                value={values.format}
                onValueChange={(format) =>
                  set({ format: format as ExportValues["format"] })
                }
              >
                {FORMATS.map((format) => (
                  <label
                    key={format}
                    htmlFor={`format-${format}`}
                    className="txt-compact-small flex cursor-pointer items-center gap-x-2"
                  >
                    <RadioGroup.Item value={format} id={`format-${format}`} />
                    {t(`exports.formats.${format}`)}
                  </label>
                ))}
              </RadioGroup>
            )}
          </Field>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("exports.note")}
          </Text>
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.cancel")}
            </Button>
          </Drawer.Close>
          <Button
            size="small"
            isLoading={isLoading}
            onClick={() => void save()}
          >
            {t("exports.download")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

interface FieldProps {
  label: string
  children: (labelId: string) => ReactNode
}

const Field = ({ label, children }: FieldProps) => {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label id={id} size="small" weight="plus">
        {label}
      </Label>
      {children(id)}
    </div>
  )
}
