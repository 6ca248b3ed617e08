import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { useEffect } from "react"
import { useLocation, useNavigate } from "react-router-dom"
import { CALLBACK_PATH } from "../lib/callback-path"
import { loginState } from "../lib/login-state"

/**
 * Shows nothing. The login leads back to a page without its query, but whoever
 * returns from a platform's consent page needs what is in it.
 */
const LoginReturn = () => {
  const location = useLocation()
  const navigate = useNavigate()
  const from = location.state?.from
  useEffect(() => {
    if (from?.pathname === CALLBACK_PATH && from.search) {
      navigate(location, { replace: true, state: loginState(from) })
    }
  }, [from, location, navigate])
  return null
}

export const config = defineWidgetConfig({
  zone: "login.before",
  id: "medusa-plugin-social-insights:login-return",
})

export default LoginReturn
