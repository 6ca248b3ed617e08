import type {
  SocialAccount,
  SocialConnectionFlow,
  SocialPlatform,
} from "../../../types/http"

type HasFlows = Pick<SocialPlatform, "connection_flows">

/** The way that is taken unless another is chosen: one that works. */
export const firstFlow = ({
  connection_flows,
}: HasFlows): SocialConnectionFlow | undefined =>
  connection_flows.find(({ ready }) => ready) ?? connection_flows[0]

/** A way by its id; the first one when there is no such way any more. */
export const flowById = (
  platform: HasFlows,
  id: string | null | undefined
): SocialConnectionFlow | undefined =>
  platform.connection_flows.find((flow) => flow.id === id) ??
  firstFlow(platform)

/**
 * The way to connect an account again: the one it came by. One with a pasted
 * token has the login among its settings where its platform has several.
 */
export function flowOf(
  platform: HasFlows,
  {
    connection_flow,
    settings,
  }: Pick<SocialAccount, "connection_flow" | "settings">
): SocialConnectionFlow | undefined {
  const chosen = Object.values(settings ?? {}).find((value) =>
    platform.connection_flows.some(({ id }) => id === value)
  )
  return flowById(platform, connection_flow ?? (chosen as string | undefined))
}

/** What the account lacks of what a way asks for. */
export const notGranted = (
  { scopes }: SocialConnectionFlow,
  account: Pick<SocialAccount, "scopes">
) =>
  account.scopes
    ? scopes.filter(({ name }) => !account.scopes?.includes(name))
    : []
