const { MetadataStorage } = require("@medusajs/framework/mikro-orm/core")

// Models are defined once per test file; what an earlier file left would clash.
MetadataStorage.clear()

// Keys that open nothing outside the tests.
process.env.SOCIAL_ENCRYPTION_KEY ??= Buffer.alloc(32, 7).toString("base64")
process.env.JWT_SECRET ??= "tests-only"
process.env.COOKIE_SECRET ??= "tests-only"
process.env.MEDUSA_DISABLE_TELEMETRY = "true"
