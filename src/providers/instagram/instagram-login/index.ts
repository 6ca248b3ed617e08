export * from "./instagram-app"
export * from "./instagram-login-flow"
export * from "./long-token"
