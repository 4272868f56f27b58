import type { CivilDate } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { DecisionDetail, type ApplicationView } from '../../contract.ts'
import type { EventTold } from '../../domain/support-of-procedure.ts'
import type { Action } from './file-action.ts'

type Kind = Action['proposes'][number]
export type Certified = Extract<DecisionDetail, { kind: 'certify' }>
export type Discharged = Extract<DecisionDetail, { kind: 'discharge' }>
export type Admitted = Extract<DecisionDetail, { kind: 'admit' }>

export type Member = NonNullable<Certified['meeting']>['people'][number]

/** What is typed of a decision beside the law, each kind using its own; it becomes a detail once it is whole. */
export type DetailDraft = {
  /** What happened, by the facts of the law. */
  readonly event: EventTold
  readonly payeeName: string
  readonly payeeRelation: string
  readonly payeeNumber: string
  readonly amount: Dong | null
  readonly day: CivilDate | null
  readonly by: Certified['by']
  readonly level: Certified['level']
  readonly types: readonly Certified['types'][number][]
  /** Who sits in the council; null until it is known who sat in it last. */
  readonly people: readonly Member[] | null
  readonly votesFor: string
  readonly votesAgainst: string
  readonly minutes: string
  readonly facilityId: string | null
  readonly group: Admitted['group']
  readonly ground: Discharged['ground']
}

const emptyDetail: DetailDraft = {
  event: {},
  payeeName: '',
  payeeRelation: '',
  payeeNumber: '',
  amount: null,
  day: null,
  by: 'council',
  level: 'severe',
  types: [],
  people: null,
  votesFor: '',
  votesAgainst: '',
  minutes: '',
  facilityId: null,
  group: 'A',
  ground: 'asked_for',
}

/** Whoever applied for somebody else has mostly arranged what is paid for: their name is there already, and can be changed. */
export function detailFor({
  applicant,
  eventForm,
}: Pick<ApplicationView, 'applicant' | 'eventForm'>): DetailDraft {
  return {
    ...emptyDetail,
    event: eventForm?.told ?? {},
    payeeName: applicant?.fullName ?? '',
    payeeNumber: applicant?.number ?? '',
  }
}

const asks: ReadonlySet<Kind> = new Set(['support', 'transfer', 'certify', 'admit', 'discharge'])

/** Kinds of decision that say something the law does not compute. */
export const hasDetail = (kind: Kind) => asks.has(kind)

/** The detail of a kind, as far as it is whole; null while something is missing. */
export function detailOf(kind: Kind, draft: DetailDraft): DecisionDetail | null {
  const parsed = DecisionDetail.safeParse(rawOf(kind, draft))
  return parsed.success ? parsed.data : null
}

const count = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : undefined)
const orNull = (text: string) => text.trim() || null

function rawOf(kind: Kind, draft: DetailDraft): unknown {
  // An office nobody holds is no member.
  const named = (draft.people ?? []).filter(({ name }) => name.trim() !== '')
  switch (kind) {
    case 'support':
      return {
        kind,
        event: draft.event,
        amount: draft.amount,
        payee: draft.payeeName.trim()
          ? {
              kind: 'named',
              fullName: draft.payeeName,
              number: orNull(draft.payeeNumber),
              relation: orNull(draft.payeeRelation),
            }
          : null,
      }
    case 'transfer':
      return { kind, movedOn: draft.day }
    case 'certify':
      return {
        kind,
        by: draft.by,
        concludedOn: draft.day,
        level: draft.level,
        types: draft.types,
        minutes: orNull(draft.minutes),
        meeting:
          draft.by === 'council'
            ? {
                members: named.length,
                present: named.filter(({ isPresent }) => isPresent).length,
                people: named,
                for: count(draft.votesFor),
                against: count(draft.votesAgainst),
                presidentIsFor: true,
              }
            : null,
      }
    case 'admit':
      return { kind, facilityId: draft.facilityId, group: draft.group, from: draft.day }
    case 'discharge':
      return { kind, on: draft.day, ground: draft.ground }
    case 'grant':
    case 'adjust':
    case 'suspend':
    case 'resume':
    case 'stop':
    case 'convert':
    case 'refuse':
      return null
  }
}
