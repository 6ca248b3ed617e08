interface Place {
  pathname: string
  search: string
}

/**
 * What the dashboard's login needs to lead back to a page. It goes back to
 * `from.pathname` alone, so the query is part of that.
 */
export const loginState = ({ pathname, search }: Place) => ({
  from: { pathname: `${pathname}${search}`, search: "" },
})
