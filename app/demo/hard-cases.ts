import type { Life } from './life.ts'

/** People on purpose, each with a difficulty that a visitor can look up. */
export function addHardCases(life: Life) {
  void life
}
