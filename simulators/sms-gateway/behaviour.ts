export type Fate = 'unknown' | 'refuses' | 'undelivered' | 'lost'

/** What the gateway does wrong, as the README tells; nothing at first. */
export type Behaviour = {
  readonly isDown: boolean
  readonly losesAnswers: boolean
  readonly isBusy: boolean
  readonly answersAfter: number
  readonly reportsAfter: number
  readonly reportsTwice: boolean
  readonly numbers: Readonly<Record<string, Fate>>
}

export const usual: Behaviour = {
  isDown: false,
  losesAnswers: false,
  isBusy: false,
  answersAfter: 0,
  reportsAfter: 0,
  reportsTwice: false,
  numbers: {},
}

const fates: readonly unknown[] = ['unknown', 'refuses', 'undelivered', 'lost'] satisfies Fate[]

/** Reads what somebody wants it to do; what is left out is as usual, and what it does not know is refused. */
export function readBehaviour(given: unknown): Behaviour {
  if (typeof given !== 'object' || given === null) throw new TypeError('A behaviour is an object')
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(usual, name)) throw new TypeError(`No behaviour is called ${name}`)
    if (typeof value !== typeof usual[name as keyof Behaviour])
      throw new TypeError(`${name} is of another type`)
  }
  const behaviour = { ...usual, ...given }
  for (const [number, fate] of Object.entries(behaviour.numbers))
    if (!fates.includes(fate)) throw new TypeError(`Nothing called ${String(fate)} can become of ${number}`)
  return behaviour
}
