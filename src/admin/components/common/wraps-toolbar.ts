import { clx } from "@medusajs/ui"

/** The table's own bar of buttons does not wrap, and a phone is too narrow. */
export const WRAPS_TOOLBAR = clx(
  "max-md:[&_.justify-between.gap-2]:flex-wrap",
  "max-md:[&_.justify-between.gap-2_.gap-x-2]:flex-wrap max-md:[&_.justify-between.gap-2_.gap-x-2]:gap-y-2",
  "max-md:[&_.justify-between.gap-2_.gap-x-2>.w-full]:w-40 max-md:[&_.justify-between.gap-2_.gap-x-2>.w-full]:grow"
)
