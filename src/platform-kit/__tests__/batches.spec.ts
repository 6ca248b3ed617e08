import {
  type BatchPart,
  groupBy,
  inBatches,
  inParallel,
  isolate,
  readInBatches,
  TOO_MUCH_DATA,
} from "../batches"
import { type ErrorKind, type ErrorScope, PlatformError } from "../errors"

const error = (
  kind: ErrorKind,
  scope: ErrorScope = "post",
  code: string = kind
) => new PlatformError({ kind, scope, code, message: "A test." })

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) {
    all.push(item)
  }
  return all
}

/** A platform that answers all or nothing, and remembers what it was asked. */
function platformRefusing(
  culprits: number[],
  refusal: PlatformError = error("gone")
) {
  const calls: number[][] = []
  const ask = async (items: number[]) => {
    calls.push(items)
    if (items.some((item) => culprits.includes(item))) {
      throw refusal
    }
    return items.map((item) => item * 10)
  }
  return { ask, calls }
}

const failedOf = (parts: BatchPart<number, unknown>[]) =>
  parts.filter(({ error }) => error).map(({ items }) => items)

const itemsOf = (parts: BatchPart<number, unknown>[]) =>
  parts.flatMap(({ items }) => items)

describe("inBatches", () => {
  it("cuts a list, the last batch being the rest", () => {
    expect(inBatches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]])
    expect(inBatches([1, 2], 2)).toEqual([[1, 2]])
    expect(inBatches([], 2)).toEqual([])
  })
})

describe("groupBy", () => {
  it("keeps the order of groups and of their items", () => {
    const groups = groupBy(["bee", "ant", "bug", "ape"], (word) =>
      word.slice(0, 1)
    )
    expect([...groups]).toEqual([
      ["b", ["bee", "bug"]],
      ["a", ["ant", "ape"]],
    ])
  })
})

describe("inParallel", () => {
  it("runs no more tasks at once than allowed, and yields every result", async () => {
    let running = 0
    let most = 0
    const results = await collect(
      inParallel(numbers(20), 3, async (item) => {
        running++
        most = Math.max(most, running)
        await new Promise((done) => setImmediate(done))
        running--
        return item * 10
      })
    )
    expect(most).toBe(3)
    expect(results.sort((a, b) => a - b)).toEqual(
      numbers(20).map((item) => item * 10)
    )
  })

  it("yields what is ready first", async () => {
    let finishSlow = () => {}
    const slow = new Promise<void>((done) => (finishSlow = done))
    const results = inParallel(["slow", "fast"], 2, async (item) => {
      await (item === "slow" ? slow : undefined)
      return item
    })
    expect((await results.next()).value).toBe("fast")
    finishSlow()
    expect((await results.next()).value).toBe("slow")
    expect((await results.next()).done).toBe(true)
  })

  it("ends with the first rejection, and starts nothing after it", async () => {
    const started: number[] = []
    const results = inParallel(numbers(10), 2, async (item) => {
      started.push(item)
      if (item === 1) {
        throw new Error("broken")
      }
      return item
    })
    await expect(collect(results)).rejects.toThrow("broken")
    expect(started).not.toContain(9)
  })

  it("waits for what is running when the reader leaves early", async () => {
    const finished: number[] = []
    for await (const item of inParallel(numbers(3), 3, async (number) => {
      for (let turn = 0; turn < number; turn++) {
        await new Promise((done) => setImmediate(done))
      }
      finished.push(number)
      return number
    })) {
      expect(item).toBe(0)
      break
    }
    expect(finished).toEqual([0, 1, 2])
  })
})

describe("isolate", () => {
  it("asks once when all is well", async () => {
    const { ask, calls } = platformRefusing([])
    expect(await isolate([1, 2], ask)).toEqual([
      { items: [1, 2], answer: [10, 20], error: null },
    ])
    expect(calls).toHaveLength(1)
  })

  it("finds one culprit of 50 with few calls", async () => {
    const { ask, calls } = platformRefusing([37])
    const parts = await isolate(numbers(50), ask)
    expect(failedOf(parts)).toEqual([[37]])
    expect(itemsOf(parts)).toEqual(numbers(50))
    // Two calls per halving, and 2^6 is above 50.
    expect(calls.length).toBeLessThanOrEqual(13)
  })

  it("gives every other item its answer", async () => {
    const { ask } = platformRefusing([37])
    const parts = await isolate(numbers(50), ask)
    expect(parts.flatMap(({ answer }) => answer ?? [])).toEqual(
      numbers(50)
        .filter((item) => item !== 37)
        .map((item) => item * 10)
    )
  })

  it("finds several culprits", async () => {
    const { ask } = platformRefusing([0, 24, 25, 49])
    const parts = await isolate(numbers(50), ask)
    expect(failedOf(parts)).toEqual([[0], [24], [25], [49]])
  })

  it("does not halve for an error of the whole account", async () => {
    const auth = error("auth", "account")
    const { ask, calls } = platformRefusing([3], auth)
    expect(await isolate(numbers(8), ask)).toEqual([
      { items: numbers(8), answer: null, error: auth },
    ])
    expect(calls).toHaveLength(1)
  })

  it("does not halve for transient trouble", async () => {
    const { ask, calls } = platformRefusing([3], error("transient"))
    expect(failedOf(await isolate(numbers(8), ask))).toEqual([numbers(8)])
    expect(calls).toHaveLength(1)
  })

  it("stops once an account-wide error comes up while halving", async () => {
    const calls: number[][] = []
    const limit = error("rate_limit", "account")
    const parts = await isolate(numbers(8), async (items) => {
      calls.push(items)
      throw calls.length === 1 ? error("gone") : limit
    })
    expect(calls).toEqual([numbers(8), [0, 1, 2, 3]])
    expect(parts).toEqual([
      { items: [0, 1, 2, 3], answer: null, error: limit },
      { items: [4, 5, 6, 7], answer: null, error: limit },
    ])
  })

  it("fails what is left when its calls are used up", async () => {
    const { ask, calls } = platformRefusing(numbers(50))
    const budget = { left: 10 }
    const parts = await isolate(numbers(50), ask, budget)
    expect(calls).toHaveLength(11)
    expect(budget.left).toBe(0)
    expect(itemsOf(parts)).toEqual(numbers(50))
    expect(parts.every(({ error }) => error?.kind === "gone")).toBe(true)
  })

  it("asks for less when it was too much data, whatever the scope", async () => {
    const calls: number[] = []
    const parts = await isolate(numbers(8), async (items) => {
      calls.push(items.length)
      if (items.length > 2) {
        throw error("invalid", "app", TOO_MUCH_DATA)
      }
      return items
    })
    expect(failedOf(parts)).toEqual([])
    expect(parts.map(({ items }) => items)).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
      [6, 7],
    ])
    expect(calls).toEqual([8, 4, 2, 2, 4, 2, 2])
  })

  it("takes thrown errors that are not the platform's as one item's", async () => {
    const parts = await isolate([1, 2], async (items) => {
      if (items.includes(2)) {
        throw new TypeError("x is undefined")
      }
      return items
    })
    expect(parts.map(({ error }) => error?.code ?? null)).toEqual([
      null,
      "unexpected",
    ])
  })
})

describe("readInBatches", () => {
  it("reads all batches and isolates culprits", async () => {
    const { ask } = platformRefusing([4])
    const parts = await collect(
      readInBatches(
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
        1,
        ask
      )
    )
    expect(failedOf(parts)).toEqual([[4]])
    expect(itemsOf(parts)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it("does not ask later batches after an error of the account", async () => {
    const limit = error("rate_limit", "account")
    const { ask, calls } = platformRefusing([3], limit)
    const parts = await collect(readInBatches([[1], [3], [5], [7]], 1, ask))
    expect(calls).toEqual([[1], [3]])
    expect(parts).toEqual([
      { items: [1], answer: [10], error: null },
      { items: [3], answer: null, error: limit },
      { items: [5], answer: null, error: limit },
      { items: [7], answer: null, error: limit },
    ])
  })

  it("goes on after an error of one post", async () => {
    const { ask, calls } = platformRefusing([3])
    const parts = await collect(readInBatches([[1], [3], [5]], 1, ask))
    expect(calls).toEqual([[1], [3], [5]])
    expect(failedOf(parts)).toEqual([[3]])
  })
})
