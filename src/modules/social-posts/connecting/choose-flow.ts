import { MedusaError } from "@medusajs/framework/utils"
import type {
  AbstractSocialPlatform,
  ConnectionFlow,
} from "../../../platform-kit"

/** How an account that is connected again was connected before. */
export interface EarlierConnection {
  connection_flow: string | null
  settings: Record<string, unknown> | null
}

const isReady = ({ missing_options }: ConnectionFlow) =>
  missing_options.length === 0

/**
 * The way of connecting that was asked for; else the one the account was
 * connected by before, else the first that is ready.
 * @throws MedusaError 400 naming the ways there are, or for one that is not
 *   configured the options to set and the redirect URL to register
 */
export function chooseFlow(
  platform: AbstractSocialPlatform,
  asked: string | undefined,
  earlier: EarlierConnection | null,
  redirectUri: string
): ConnectionFlow {
  const { label } = platform.profile
  const flows = platform.connectionFlows()
  if (flows.length === 0) {
    throw refuse(
      `${label} cannot be connected through a consent page. Paste a token instead.`
    )
  }
  const wanted = asked ?? (earlier && flowOf(platform, earlier))
  const flow = wanted
    ? flows.find(({ id }) => id === wanted)
    : (flows.find(isReady) ?? flows[0])
  if (!flow) {
    const names = flows.map(({ id }) => id).join(", ")
    throw refuse(
      `flow "${wanted}" is not known. Ways to connect ${label}: ${names}.`
    )
  }
  if (!isReady(flow)) {
    throw refuse(
      `${flow.label} is not configured: set ${flow.missing_options.join(", ")} in the options of the provider "${platform.profile.identifier}", and register the redirect URL ${redirectUri} with the app there. Or paste a token instead.`
    )
  }
  return flow
}

/** An account with a pasted token may say by its settings which way is its. */
function flowOf(
  platform: AbstractSocialPlatform,
  { connection_flow, settings }: EarlierConnection
): string | undefined {
  if (connection_flow) {
    return connection_flow
  }
  const deciding = platform.profile.settings?.find(
    ({ decides_scopes }) => decides_scopes
  )
  const chosen = deciding && settings?.[deciding.name]
  return platform.connectionFlows().find(({ id }) => id === chosen)?.id
}

const refuse = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
