/** Filters of the list of accounts as its columns have them. */
export function toAccountFilters(
  {
    needs_attention,
    ...filters
  }: Record<string, unknown> & { needs_attention?: boolean },
  attentionUntil: Date
): Record<string, unknown> {
  if (needs_attention === undefined) {
    return filters
  }
  const attention = needs_attention
    ? {
        $or: [
          { status: "needs_reconnect" },
          {
            status: { $ne: "disconnected" },
            reconnect_by: { $lte: attentionUntil },
          },
        ],
      }
    : {
        status: { $ne: "needs_reconnect" },
        $or: [
          { status: "disconnected" },
          { reconnect_by: null },
          { reconnect_by: { $gt: attentionUntil } },
        ],
      }
  // A search is understood at the top level only.
  const { q, ...rest } = filters
  return { ...(q !== undefined && { q }), $and: [rest, attention] }
}
