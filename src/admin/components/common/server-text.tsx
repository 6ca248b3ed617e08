import { useServerText } from "../../hooks/use-server-text"

/** A server's sentence with its moments in the reader's own time. */
export const ServerText = ({ children }: { children: string }) => {
  const text = useServerText()
  return <>{text(children)}</>
}
