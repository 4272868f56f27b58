/** What the register does wrong, as the README tells; nothing at first. */
export type Behaviour = {
  readonly isDown: boolean
  readonly isBusy: boolean
  readonly cutsAfter: number
  readonly garbles: boolean
  readonly forges: boolean
  readonly answersAfter: number
  readonly perMinute: number
  readonly repeats: boolean
}

export const usual: Behaviour = {
  isDown: false,
  isBusy: false,
  cutsAfter: 0,
  garbles: false,
  forges: false,
  answersAfter: 0,
  perMinute: 600,
  repeats: false,
}

/** Reads what somebody wants it to do; what is left out is as usual, and what it does not know is refused. */
export function readBehaviour(given: unknown): Behaviour {
  if (typeof given !== 'object' || given === null) throw new TypeError('A behaviour is an object')
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(usual, name)) throw new TypeError(`No behaviour is called ${name}`)
    if (typeof value !== typeof usual[name as keyof Behaviour])
      throw new TypeError(`${name} is of another type`)
  }
  return { ...usual, ...given }
}
