import {
  type ErrorKind,
  PlatformError,
  type PostProblem,
  type PostReading,
} from "../../../platform-kit"
import { judgePost, toOutcome } from "../insights/judge-post"
import type { CommentsWrite } from "../sql/write-comments"

const NOW = new Date("2026-11-02T12:00:00Z")
const hours = (count: number) => new Date(NOW.getTime() + count * 3600000)

const READING: PostReading = {
  metrics: { likes: 1 },
  unavailable: {},
  native: {},
  details: {},
}

const problem = (
  kind: ErrorKind,
  part: PostProblem["part"] = "Post",
  retry_at: Date | null = null
): PostProblem => ({
  part,
  error: new PlatformError({
    kind,
    scope: "post",
    code: kind,
    message: `It is ${kind}.`,
    retry_at,
  }),
})

function judge({
  before = {},
  reading = null,
  problems = [],
  comments = null,
  changed = true,
  scheduled = null,
  ...cadence
}: {
  before?: Partial<Parameters<typeof judgePost>[0]>
  reading?: PostReading | null
  problems?: PostProblem[]
  comments?: CommentsWrite | null
  changed?: boolean
  scheduled?: Date | null
  pace?: number
  slot_offset?: number
}) {
  return judgePost(
    {
      posted_at: hours(-48),
      gone_since: null,
      unchanged_readings: 0,
      ...before,
    },
    { reading, problems, comments },
    { ...cadence, changed, scheduled, now: NOW }
  )
}

const COMMENTS: CommentsWrite = {
  post_id: "spost_1",
  comments: [],
  capped: false,
  complete: null,
  due_at: null,
}

describe("judgePost", () => {
  it("a reading without problems is a success", () => {
    expect(judge({ reading: READING })).toEqual({
      sync_status: "success",
      sync_errors: [],
      gone_since: null,
      status: null,
      unchanged_readings: 0,
      next_sync_at: hours(6),
      worst: null,
    })
  })

  it("a reading with problems is partial and names the parts", () => {
    const problems = [
      problem("permission", "Insights metrics"),
      problem("transient", "Comments"),
    ]
    expect(judge({ reading: READING, problems })).toMatchObject({
      sync_status: "partial",
      sync_errors: [
        "Insights metrics: It is permission.",
        "Comments: It is transient.",
      ],
      worst: problems[0]?.error,
    })
  })

  it("no reading is a failure", () => {
    expect(judge({ problems: [problem("transient")] })).toMatchObject({
      sync_status: "failed",
      sync_errors: ["Post: It is transient."],
      gone_since: null,
      status: null,
      next_sync_at: hours(1),
    })
  })

  it("counts readings without a change, and starts again with one", () => {
    const before = { unchanged_readings: 1 }
    expect(judge({ before, reading: READING, changed: false })).toMatchObject({
      unchanged_readings: 2,
      next_sync_at: hours(24),
    })
    expect(judge({ before, reading: READING })).toMatchObject({
      unchanged_readings: 0,
      next_sync_at: hours(6),
    })
  })

  it("schedules by the date the platform gives", () => {
    const reading = { ...READING, details: { posted_at: hours(-1) } }
    expect(judge({ reading }).next_sync_at).toEqual(hours(1))
  })

  it("goes by the pace of the numbers and the slots of the account", () => {
    const slot_offset = 5 * 60 * 1000
    expect(judge({ reading: READING, pace: 0.1 }).next_sync_at).toEqual(
      hours(2)
    )
    const { next_sync_at } = judge({ reading: READING, slot_offset })
    expect(next_sync_at?.toISOString()).toMatch(/T\d\d:05:00/)
  })

  it("follows the account's schedule instead of the age", () => {
    const scheduled = hours(0.25)
    expect(judge({ reading: READING, scheduled }).next_sync_at).toEqual(
      scheduled
    )
  })

  it("waits for a limit to open", () => {
    const problems = [problem("rate_limit", "Post", hours(2))]
    expect(judge({ problems }).next_sync_at).toEqual(hours(2))
  })
})

describe("a post whose comments alone are read", () => {
  const comments = COMMENTS

  it("is a success with comments, and changes nothing of the cadence", () => {
    const before = { unchanged_readings: 1 }
    expect(judge({ before, comments })).toMatchObject({
      sync_status: "success",
      unchanged_readings: 1,
      next_sync_at: hours(12),
    })
  })

  it("is partial when some comments are missing, failed when all are", () => {
    const problems = [problem("transient", "Comments")]
    expect(judge({ comments, problems }).sync_status).toBe("partial")
    expect(judge({ problems })).toMatchObject({
      sync_status: "failed",
      sync_errors: ["Comments: It is transient."],
      next_sync_at: hours(1),
    })
  })

  it("is there when it has comments, and may be gone without", () => {
    const before = { gone_since: hours(-13) }
    expect(judge({ before, comments }).gone_since).toBeNull()
    const problems = [problem("gone", "Comments")]
    expect(judge({ before, problems }).status).toBe("unavailable")
  })
})

describe("a gone post", () => {
  const problems = [problem("gone")]

  it("is asked about again a day later when it is gone for the first time", () => {
    expect(judge({ problems })).toMatchObject({
      sync_status: "failed",
      gone_since: NOW,
      status: null,
      next_sync_at: hours(24),
    })
  })

  it("is not confirmed on the same day", () => {
    const gone_since = hours(-11)
    expect(judge({ before: { gone_since }, problems })).toMatchObject({
      gone_since,
      status: null,
      next_sync_at: hours(24),
    })
  })

  it("is unavailable when it is gone on another day too", () => {
    const gone_since = hours(-13)
    expect(judge({ before: { gone_since }, problems })).toMatchObject({
      sync_status: "failed",
      gone_since,
      status: "unavailable",
      next_sync_at: null,
    })
  })

  it("starts anew when it was there in between", () => {
    const before = { gone_since: hours(-13) }
    expect(judge({ before, reading: READING }).gone_since).toBeNull()
  })

  it("is not gone when only a part of it is", () => {
    const before = { gone_since: hours(-13) }
    expect(
      judge({
        before,
        reading: READING,
        problems: [problem("gone", "Comments")],
      })
    ).toMatchObject({ sync_status: "partial", gone_since: null, status: null })
  })

  it("is not confirmed by an error that says nothing about it", () => {
    const before = { gone_since: hours(-13) }
    expect(
      judge({ before, problems: [problem("transient")] }).status
    ).toBeNull()
  })
})

describe("toOutcome", () => {
  it("tells only the status of a success", () => {
    expect(
      toOutcome("spost_1", "instagram", judge({ reading: READING }))
    ).toEqual({ post_id: "spost_1", platform: "instagram", status: "success" })
  })

  it("tells what went wrong, and when to try again", () => {
    const problems = [
      problem("rate_limit", "Insights metrics", hours(2)),
      problem("transient", "Comments"),
    ]
    expect(toOutcome("spost_1", "instagram", judge({ problems }))).toEqual({
      post_id: "spost_1",
      platform: "instagram",
      status: "failed",
      error: "Insights metrics: It is rate_limit. Comments: It is transient.",
      kind: "rate_limit",
      retry_at: "2026-11-02T14:00:00.000Z",
    })
  })

  it("names no time where there is none", () => {
    const judged = judge({ problems: [problem("gone")] })
    expect(toOutcome("spost_1", "x", judged)).toMatchObject({ retry_at: null })
  })
})
