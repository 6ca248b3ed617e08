import accountCheck from "./account-check.cases"
import accountRecord from "./account-record.cases"
import accountRemoval from "./account-removal.cases"
import accountSettings from "./account-settings.cases"
import accounts from "./accounts.cases"
import platforms from "./platforms.cases"
import tokenCare from "./token-care.cases"
import { httpSuite } from "../utils/http-suite"

httpSuite([
  accounts,
  accountRecord,
  accountRemoval,
  accountSettings,
  platforms,
  tokenCare,
  // The last one: a limit that was reached stays known to the process.
  accountCheck,
])
