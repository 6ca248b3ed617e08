import type { Command } from "../command"
import { accounts } from "./accounts"
import { check } from "./check"
import { exportCommand } from "./export"
import { importCommand } from "./import"
import { migrate } from "./migrate"
import { prune } from "./prune"
import { sync } from "./sync"

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  sync,
  importCommand,
  accounts,
  check,
  exportCommand,
  prune,
  migrate,
]
