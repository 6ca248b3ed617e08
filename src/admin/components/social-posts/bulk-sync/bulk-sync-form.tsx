import { Form, KeyboundForm } from "@medusajs/dashboard/components"
import { Alert, Button, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { BulkSyncFields } from "./bulk-sync-fields"
import { type BulkSyncValues, toInput, USUAL } from "./bulk-sync-values"
import { useBulkSync } from "./use-bulk-sync"

interface BulkSyncFormProps {
  onStarted: () => void
}

/** Which posts, how many, and whether fresh ones too. */
export const BulkSyncForm = ({ onStarted }: BulkSyncFormProps) => {
  const { t } = useTranslation("social")
  const form = useForm<BulkSyncValues>({ defaultValues: USUAL })
  const [refusal, setRefusal] = useState<string | null>(null)
  const { start, isPending } = useBulkSync({
    onRefused: (message) =>
      /\blimit\b/.test(message) && !/rate limit/i.test(message)
        ? form.setError("limit", { message }, { shouldFocus: true })
        : setRefusal(message),
  })
  const submit = form.handleSubmit((values) => {
    if (!isPending) {
      setRefusal(null)
      start(toInput(values), onStarted)
    }
  })
  return (
    <Form {...form}>
      <KeyboundForm
        // The browser's own hints are in its own language and look.
        noValidate
        onSubmit={submit}
        className="flex flex-1 flex-col overflow-hidden"
      >
        <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          {refusal && (
            <Alert role="alert" variant="error">
              {refusal}
            </Alert>
          )}
          <BulkSyncFields form={form} />
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.cancel")}
            </Button>
          </Drawer.Close>
          <Button size="small" type="submit" isLoading={isPending}>
            {t("posts.sync.start")}
          </Button>
        </Drawer.Footer>
      </KeyboundForm>
    </Form>
  )
}
