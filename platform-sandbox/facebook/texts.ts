import { captionOf } from "../meta/captions"
import { FacebookPost } from "./model"

/** A post that was published on Instagram too has the text it has there. */
export function textOf(
  seed: number,
  { id, text_of }: Pick<FacebookPost, "id" | "text_of">
): string {
  return captionOf(seed, text_of ?? id)
}
