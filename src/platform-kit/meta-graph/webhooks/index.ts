export * from "./envelope"
export * from "./receiver"
export * from "./signature"
export * from "./signed-request"
