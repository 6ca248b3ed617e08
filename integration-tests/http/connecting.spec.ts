import connect from "./connect.cases"
import connectAgain from "./connect-again.cases"
import connectRefusals from "./connect-refusals.cases"
import connectSecrets from "./connect-secrets.cases"
import { httpSuite } from "../utils/http-suite"

httpSuite([connect, connectAgain, connectRefusals, connectSecrets])
