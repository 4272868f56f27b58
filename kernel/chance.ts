import { AsyncLocalStorage } from 'node:async_hooks'
import { randomInt, randomUUIDv7 } from 'node:crypto'

/** Where new ids and codes come from. */
export type Chance = { readonly id: () => string; readonly below: (bound: number) => number }

const ofTheSystem: Chance = { id: () => randomUUIDv7(), below: (bound) => randomInt(bound) }
const chosen = new AsyncLocalStorage<Chance>()

/** Does something with another chance than the system's, so that a demonstration made twice is the same to the byte. */
export function withChance<Result>(chance: Chance, work: () => Promise<Result>): Promise<Result> {
  return chosen.run(chance, work)
}

/** An id nothing else has, for what is about to be written. */
export function newId(): string {
  return (chosen.getStore() ?? ofTheSystem).id()
}

/** A whole number from 0 up to, not including, the bound; it tells nothing of the next. */
export function randomBelow(bound: number): number {
  return (chosen.getStore() ?? ofTheSystem).below(bound)
}
