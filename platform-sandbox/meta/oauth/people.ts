import { ConsentPerson } from "../../core/consent-page"

/** Someone who may answer a consent dialog, and what their tokens will reach. */
export interface Person extends ConsentPerson {
  /** Facebook user behind the tokens. */
  user_id: string
  page_ids: string[]
  ig_ids: string[]
  /** Id Instagram tells an app instead of the account id. */
  app_scoped_id?: string
  /** System user of the person's business portfolio, when there is one. */
  system_user_id?: string
}
