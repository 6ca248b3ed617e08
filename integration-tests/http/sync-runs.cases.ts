import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { httpCases } from "../utils/http-suite"

export default httpCases("the sync log", ({ api, admin, container }) => {
  const knex = () =>
    container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

  const store = (id: string, run: Record<string, unknown>) =>
    knex()("social_sync_run").insert({
      id,
      trigger: "bulk",
      status: "success",
      calls: "{}",
      problems: "[]",
      started_at: new Date("2026-11-01T10:00:00Z"),
      scope: "{}",
      ...run,
    })

  const list = async (search: string) => {
    const { data } = await api.get(`/admin/social-sync-runs?${search}`, admin())
    expect(data.count).toBe(data.social_sync_runs.length)
    return data.social_sync_runs.map(({ id }: { id: string }) => id).sort()
  }

  it("finds runs by account, platform and time", async () => {
    await store("srun_all", { scope: '{"limit":50}' })
    await store("srun_account", { scope: '{"account_id":"sacc_1"}' })
    await store("srun_other", { scope: '{"account_id":"sacc_2"}' })
    await store("srun_x", {
      scope: '{"platform":"twitter","limit":50}',
      started_at: new Date("2026-11-03T10:00:00Z"),
      status: "failed",
    })
    expect(await list("")).toHaveLength(4)
    expect(await list("account_id=sacc_1")).toEqual(["srun_account"])
    expect(await list("account_id[]=sacc_1&account_id[]=sacc_2")).toEqual([
      "srun_account",
      "srun_other",
    ])
    expect(await list("platform=twitter")).toEqual(["srun_x"])
    expect(await list("platform=twitter&account_id=sacc_1")).toEqual([])
    expect(await list("platform=twitter&status=success")).toEqual([])
    expect(await list("started_after=2026-11-02T00:00:00Z")).toEqual(["srun_x"])
    expect(
      await list(
        "started_after=2026-11-01T10:00:00Z&started_before=2026-11-03T10:00:00Z"
      )
    ).toHaveLength(3)
    const odd = "account_id=%27%3B--&platform=%22%7D"
    expect(await list(odd)).toEqual([])
    const wrong = await api.get(
      "/admin/social-sync-runs?started_after=yesterday",
      admin()
    )
    expect(wrong.status).toBe(400)
    expect(wrong.data.message).toContain("started_after")
  })

  it("says how many problems there are beyond those kept", async () => {
    const problem = {
      post_id: "spost_1",
      platform: "twitter",
      status: "failed",
      message: "Gone.",
    }
    const early = { status: "failed", message: "The run ended early." }
    await store("srun_1", {
      status: "partial",
      total: 9,
      success: 5,
      partial: 2,
      failed: 4,
      problems: JSON.stringify([problem, problem, early]),
    })
    await store("srun_2", {})
    const { data } = await api.get("/admin/social-sync-runs/srun_1", admin())
    expect(data.social_sync_run).toMatchObject({
      problems: [problem, problem, early],
      more_problems: 4,
    })
    const listed = await api.get("/admin/social-sync-runs", admin())
    const more = listed.data.social_sync_runs.map(
      (run: { id: string; more_problems: number }) => [
        run.id,
        run.more_problems,
      ]
    )
    expect(new Map(more)).toEqual(
      new Map([
        ["srun_1", 4],
        ["srun_2", 0],
      ])
    )
  })
})
