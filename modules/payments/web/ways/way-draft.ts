import type { CivilDate } from '#kernel/civil-date'
import type { PersonWays, Way } from '../../contract.ts'

type Role = NonNullable<Way['receiver']>['role']
type Known = PersonWays['receivers'][number]

/** What stands in the form, as it was typed; nothing of it is lost when another way is tried out. */
export type WayDraft = {
  readonly channel: Way['by']['channel']
  readonly bank: string
  readonly wallet: string
  readonly account: string
  readonly holder: string
  readonly payPoint: string | null
  readonly who: 'self' | Role
  readonly knownId: string | null
  readonly fullName: string
  readonly number: string
  readonly document: string
  readonly until: CivilDate | null
  readonly isReceivers: boolean
  readonly evidence: string
}

export function emptyDraft(holder: string): WayDraft {
  return {
    channel: 'account',
    bank: '',
    wallet: '',
    account: '',
    holder,
    payPoint: null,
    who: 'self',
    knownId: null,
    fullName: '',
    number: '',
    document: '',
    until: null,
    isReceivers: false,
    evidence: '',
  }
}

export type Field =
  'bank' | 'wallet' | 'account' | 'holder' | 'fullName' | 'knownId' | 'document' | 'until' | 'evidence'

/** What the boxes of the form share: what stands in them, how it changes, and what is wrong with one. */
export type FieldsOf = {
  readonly draft: WayDraft
  readonly change: (differing: Partial<WayDraft>) => void
  readonly errorOf: (field: Field) => string | undefined
}

/** Which boxes still have to be filled in. */
export function missingIn(draft: WayDraft): Field[] {
  const { channel, who, knownId, until } = draft
  const needed: Field[] = ['evidence']
  if (channel === 'account') needed.push('bank', 'account', 'holder')
  if (channel === 'wallet') needed.push('wallet', 'account', 'holder')
  if (who !== 'self') needed.push('document')
  if (who === 'authorised') needed.push('until', ...(knownId === null ? (['fullName'] as const) : []))
  if (who === 'guardian' || who === 'carer') needed.push('knownId')
  return needed.filter((field) => (field === 'until' ? until === null : !draft[field]?.trim()))
}

/** What is asked for. */
export function wayOf(draft: WayDraft, receivers: readonly Known[]): Way {
  return { by: byOf(draft), receiver: receiverOf(draft, receivers) }
}

function byOf({ channel, bank, wallet, account, holder, payPoint, who, isReceivers }: WayDraft): Way['by'] {
  switch (channel) {
    case 'account':
    case 'wallet':
      return {
        channel,
        bank: channel === 'account' ? bank : wallet,
        account,
        holder,
        isReceivers: who !== 'self' && isReceivers,
      }
    case 'cash_point':
      return { channel, payPointId: payPoint === null ? null : Number(payPoint) }
    case 'cash_home':
      return { channel }
  }
}

/** What the receiver is called: as the register has it, or as it was typed. */
export function receiverName({ knownId, fullName }: WayDraft, receivers: readonly Known[]): string {
  return receivers.find(({ personId }) => personId === knownId)?.name ?? fullName
}

function receiverOf(
  { who, knownId, fullName, number, document, until }: WayDraft,
  receivers: readonly Known[],
): Way['receiver'] {
  if (who === 'self') return null
  const known = receivers.find(({ personId, role }) => personId === knownId && role === who)
  return {
    role: who,
    personId: known?.personId ?? null,
    fullName: known?.name ?? fullName,
    number: number.trim() || null,
    document,
    until,
  }
}
