import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChatBubbleLeftRight } from "@medusajs/icons"
import { Navigate } from "react-router-dom"

/** The sidebar's entry; its first page is the list of posts. */
const SocialPage = () => <Navigate to="/social/posts" replace />

export const config = defineRouteConfig({
  label: "menu.social",
  translationNs: "social",
  icon: ChatBubbleLeftRight,
})

export default SocialPage
