/** What the service does wrong, as the README tells; nothing at first. */
export type Behaviour = {
  readonly isDown: boolean
  readonly isBusy: boolean
  readonly isFailing: boolean
  readonly answersAfter: number
  readonly losesAnswers: boolean
  readonly garbles: boolean
  readonly forgetsTokens: boolean
  /** An error of the API that asking for leave to sign is answered with, such as `access_denied`; none where empty. */
  readonly refuses: string
  /** What is said of every certificate. */
  readonly certStatus: 'valid' | 'expired' | 'revoked' | 'suspended'
  /** The credential whose certificate is shown in place of the one asked for; none where empty. */
  readonly showsInstead: string
  /** The credential whose key signs in place of the one asked for; none where empty. */
  readonly signsInstead: string
}

export const usual: Behaviour = {
  isDown: false,
  isBusy: false,
  isFailing: false,
  answersAfter: 0,
  losesAnswers: false,
  garbles: false,
  forgetsTokens: false,
  refuses: '',
  certStatus: 'valid',
  showsInstead: '',
  signsInstead: '',
}

const statuses: readonly unknown[] = [
  'valid',
  'expired',
  'revoked',
  'suspended',
] satisfies Behaviour['certStatus'][]

/** Reads what somebody wants it to do; what is left out is as usual, and what it does not know is refused. */
export function readBehaviour(given: unknown): Behaviour {
  if (typeof given !== 'object' || given === null) throw new TypeError('A behaviour is an object')
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(usual, name)) throw new TypeError(`No behaviour is called ${name}`)
    if (typeof value !== typeof usual[name as keyof Behaviour])
      throw new TypeError(`${name} is of another type`)
  }
  const behaviour = { ...usual, ...given }
  if (!statuses.includes(behaviour.certStatus)) throw new TypeError('No certificate is in such a state')
  return behaviour
}
