import { Form } from "@medusajs/dashboard/components"
import { Input, RadioGroup } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { NextRuns } from "./next-runs"
import { CHOICES, PRESETS, type SyncSettingsValues } from "./schedules"
import { useSettled } from "../../common/use-settled"

interface ScheduleFieldProps {
  form: UseFormReturn<SyncSettingsValues>
}

/** How often an account is read, with the next times. */
export const ScheduleField = ({ form }: ScheduleFieldProps) => {
  const { t } = useTranslation("social")
  const schedule = form.watch("schedule")
  const cron = useSettled(form.watch("cron").trim())
  return (
    <div className="flex flex-col gap-y-4">
      <Form.Field
        control={form.control}
        name="schedule"
        render={({ field: { onChange, ref, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("syncSettings.schedule.label")}</Form.Label>
            <Form.Control>
              <RadioGroup
                {...field}
                ref={ref}
                onValueChange={(choice) => {
                  onChange(choice)
                  form.clearErrors("cron")
                  // The last choice is the best example for one's own.
                  if (choice === "custom" && schedule in PRESETS) {
                    form.setValue(
                      "cron",
                      PRESETS[schedule as keyof typeof PRESETS]
                    )
                  }
                }}
              >
                {CHOICES.map((choice) => (
                  <label
                    key={choice}
                    htmlFor={`schedule-${choice}`}
                    className="txt-compact-small flex cursor-pointer items-center gap-x-2"
                  >
                    <RadioGroup.Item value={choice} id={`schedule-${choice}`} />
                    {t(`syncSettings.schedule.${choice}`)}
                  </label>
                ))}
              </RadioGroup>
            </Form.Control>
            {schedule === "automatic" && (
              <Form.Hint>{t("syncSettings.schedule.automaticHint")}</Form.Hint>
            )}
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      {schedule === "custom" && (
        <Form.Field
          control={form.control}
          name="cron"
          rules={{
            validate: (typed) =>
              typed.trim().length > 0 || t("syncSettings.cron.required"),
          }}
          render={({ field }) => (
            <Form.Item>
              <Form.Label>{t("syncSettings.cron.label")}</Form.Label>
              <Form.Control>
                <Input
                  {...field}
                  className="font-mono"
                  placeholder="0 */4 * * *"
                  autoComplete="off"
                  autoCapitalize="off"
                  spellCheck={false}
                />
              </Form.Control>
              <Form.Hint>{t("syncSettings.cron.hint")}</Form.Hint>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
      )}
      {schedule !== "automatic" && (schedule !== "custom" || cron) && (
        <NextRuns schedule={schedule === "custom" ? cron : schedule} />
      )}
    </div>
  )
}
