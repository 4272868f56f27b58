/** What the authority does wrong, as the README tells; nothing at first. */
export type Behaviour = Readonly<
  Record<'isDown' | 'isFailing' | 'garbles' | 'refuses' | 'stampsTheLast' | 'isSomebodyElse', boolean>
>

export const usual: Behaviour = {
  isDown: false,
  isFailing: false,
  garbles: false,
  refuses: false,
  stampsTheLast: false,
  isSomebodyElse: false,
}

/** Reads what somebody wants it to do; what is left out is as usual, and what it does not know is refused. */
export function readBehaviour(given: unknown): Behaviour {
  if (typeof given !== 'object' || given === null) throw new TypeError('A behaviour is an object')
  for (const [name, value] of Object.entries(given))
    if (!Object.hasOwn(usual, name) || typeof value !== 'boolean')
      throw new TypeError(`No behaviour is called ${name}, or it is no yes or no`)
  return { ...usual, ...given }
}
