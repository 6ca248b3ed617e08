import { useSearchParams } from "react-router-dom"

const PARAMETER = "run"

/** The sync whose progress is shown; in the address it survives a reload. */
export function useRunInAddress() {
  const [params, setParams] = useSearchParams()
  const change = (id: string | null) =>
    setParams(
      (current) => {
        if (id) {
          current.set(PARAMETER, id)
        } else {
          current.delete(PARAMETER)
        }
        return current
      },
      { replace: true }
    )
  return {
    id: params.get(PARAMETER),
    show: (id: string) => change(id),
    clear: () => change(null),
  }
}
