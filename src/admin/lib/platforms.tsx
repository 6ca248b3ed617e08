import { Linkedin, MediaPlay, X } from "@medusajs/icons"
import type { ComponentType, SVGProps } from "react"

type Icon = ComponentType<SVGProps<SVGSVGElement>>

/** Medusa's icons have no Instagram. */
const Instagram: Icon = (props) => (
  <svg
    width={15}
    height={15}
    viewBox="0 0 15 15"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.4}
    {...props}
  >
    <rect x="1.5" y="1.5" width="12" height="12" rx="3.5" />
    <circle cx="7.5" cy="7.5" r="2.8" />
    <circle cx="11" cy="4" r="0.7" fill="currentColor" stroke="none" />
  </svg>
)

/** Medusa's has a gradient with the id "a", which other icons use as well. */
const Facebook: Icon = (props) => (
  <svg width={15} height={15} viewBox="0 0 15 15" fill="none" {...props}>
    <circle cx="7.5" cy="7.5" r="6.75" fill="currentColor" />
    <path
      d="M9.6 4.6H8.9c-.8 0-1.2.5-1.2 1.2v1.4M5.9 7.3h3.5M7.7 7v6.6"
      stroke="#fff"
      strokeWidth="1.6"
    />
  </svg>
)

interface Look {
  label: string
  Icon: Icon
  className?: string
  /** The brand's own colour. */
  color?: string
}

const LOOKS: Record<string, Look> = {
  instagram: { label: "Instagram", Icon: Instagram, color: "#D62976" },
  facebook: { label: "Facebook", Icon: Facebook, color: "#0866FF" },
  // Medusa's X is black.
  twitter: { label: "X", Icon: X as Icon, className: "dark:invert" },
  linkedin: { label: "LinkedIn", Icon: Linkedin as Icon },
}

const capitalised = (name: string) =>
  name.charAt(0).toUpperCase() + name.slice(1)

/**
 * Whose consent page a way to connect leads to: another platform's where the
 * way has its name, as Facebook's for accounts of Instagram.
 */
export const consentPlatform = (platform: string, flow?: string): string =>
  (flow && LOOKS[flow]?.label) || platformLook(platform).label

/** How a platform is shown; a platform of someone else's plugin too. */
export const platformLook = (platform: string): Look =>
  LOOKS[platform] ?? {
    label: capitalised(platform),
    Icon: MediaPlay as Icon,
  }
