import { facebookProfile } from "../../../providers/facebook/profile"
import { instagramProfile } from "../../../providers/instagram/profile"
import { linkedinProfile } from "../../../providers/linkedin/profile"
import { twitterProfile } from "../../../providers/twitter/profile"
import { rulesFor } from "../retention/rules"
import { scopeOf } from "../retention/scope"
import { checkSettings, defaultSettings } from "../retention/settings"

const NOW = new Date("2026-11-21T12:00:00Z")
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3600000)

const short = (...args: Parameters<typeof rulesFor>) =>
  rulesFor(...args).map(({ data, keep_hours, from }) => [
    data,
    keep_hours,
    from,
  ])

describe("retention rules", () => {
  it.each([
    [
      linkedinProfile,
      [
        ["comments", 48, "platform"],
        ["comment_authors", 24, "platform"],
        ["posts", 4344, "platform"],
        ["numbers", 8760, "platform"],
      ],
    ],
    [
      twitterProfile,
      [
        ["posts", 0, "platform"],
        ["comments", 0, "platform"],
        ["comment_authors", 0, "platform"],
      ],
    ],
    [instagramProfile, []],
    [facebookProfile, []],
  ])("of $identifier", (profile, expected) => {
    expect(short(profile, { comments_days: null })).toEqual(expected)
  })

  it("of the store count only where they are stricter", () => {
    const comments = (profile: typeof linkedinProfile, comments_days: number) =>
      short(profile, { comments_days }).filter(([data]) => data === "comments")
    expect(comments(linkedinProfile, 2)).toEqual([["comments", 48, "platform"]])
    expect(comments(linkedinProfile, 1)).toEqual([
      ["comments", 48, "platform"],
      ["comments", 24, "store"],
    ])
    expect(comments(twitterProfile, 90)).toEqual([
      ["comments", 0, "platform"],
      ["comments", 2160, "store"],
    ])
    expect(comments(instagramProfile, 90)).toEqual([
      ["comments", 2160, "store"],
    ])
  })

  it("are told in a sentence", () => {
    const sentences = [
      ...rulesFor(linkedinProfile, { comments_days: 1 }),
      ...rulesFor(twitterProfile, { comments_days: null }),
    ].map(({ sentence }) => sentence)
    expect(sentences).toEqual([
      "Comments are removed 48 hours after they were read last. LinkedIn demands it.",
      "The names of people who commented are removed 24 hours after they were read last. LinkedIn demands it.",
      "Texts and pictures of posts are removed 181 days after they were read last. LinkedIn demands it.",
      "Numbers are removed 365 days after they were read. LinkedIn demands it.",
      "Comments are removed 24 hours after they were read last. You set it.",
      "Texts and pictures of posts are removed within a day after the post was deleted on X. X demands it.",
      "Comments are removed within a day after the post was deleted on X. X demands it.",
      "The names of people who commented are removed within a day after the post was deleted on X. X demands it.",
    ])
  })

  it("come down to the moments data is from", () => {
    const linkedin = rulesFor(linkedinProfile, { comments_days: 1 })
    expect(scopeOf(linkedinProfile, linkedin, NOW)).toEqual({
      platform: "linkedin",
      insights_block: "linkedin_insights",
      comments_before: hoursAgo(23.5),
      authors_before: hoursAgo(23.5),
      posts_before: hoursAgo(181 * 24 - 0.5),
      numbers_before: hoursAgo(365 * 24 - 0.5),
      comments_with_post: false,
      authors_with_post: false,
      posts_with_post: false,
      gone_before: hoursAgo(23),
      now: NOW,
    })
    const x = rulesFor(twitterProfile, { comments_days: 90 })
    expect(scopeOf(twitterProfile, x, NOW)).toMatchObject({
      comments_before: hoursAgo(90 * 24 - 0.5),
      authors_before: null,
      posts_before: null,
      numbers_before: null,
      comments_with_post: true,
      authors_with_post: true,
      posts_with_post: true,
    })
  })

  it("need settings that fit together", () => {
    const settings = defaultSettings({
      history_all_days: 30,
      history_daily_days: 365,
    })
    expect(checkSettings(settings)).toBe(settings)
    expect(() => checkSettings({ ...settings, posts_all_days: 366 })).toThrow(
      /posts_daily_days \(365\) must be at least posts_all_days \(366\)/
    )
  })
})
