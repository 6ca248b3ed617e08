/** Facebook Pages live inside Meta's graph; see `../meta`. */
export { default } from "../meta"
