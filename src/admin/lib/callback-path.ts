/** Where the platforms' consent pages lead back to, below the admin's path. */
export const CALLBACK_PATH = "/social/callback"
