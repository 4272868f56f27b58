import { dayOf } from '#kernel/civil-date'
import { openFound, type ChangeToRecord } from '#modules/changes'
import type { Evidence } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Change } from '../domain/change.ts'
import type { Reason } from '../domain/outcome.ts'
import type { Subject } from '../domain/plan.ts'
import { written } from './messages.vi.ts'

export type Asking = { readonly change: Change; readonly subject: Subject; readonly because: Reason }

/** Opens the change requests an officer is to look at; one has no id where the same is open already. */
export function ask(ctx: Ctx, askings: readonly Asking[]): Promise<(string | undefined)[]> {
  return openFound(
    ctx,
    askings.map((asking) => {
      const { change, subject, because } = asking
      const about = change.kind === 'birth' ? subject.other : subject.person
      if (!about) throw new RangeError(`Nobody to ask about in change ${change.number}`)
      return {
        personId: about.personId,
        change: toRecord(asking),
        evidence: evidenceOf(change),
        because,
      }
    }),
  )
}

/** What would be recorded, were the population register believed. */
function toRecord({ change, subject, because }: Asking): ChangeToRecord {
  const { on } = change
  switch (change.kind) {
    case 'birth': {
      const { fullName, sex } = change.identity
      const child = { fullName, sex, born: on, personalId: change.personalId }
      const { secondParent } = subject
      return { kind: 'birth', child, ...(secondParent && { otherParentId: secondParent.personId }) }
    }
    case 'death':
      return { kind: 'death', diedOn: on }
    case 'death_cancelled':
    case 'alive':
      return { kind: 'alive' }
    case 'move': {
      const { village, address } = change.residence
      if (because === 'recorded_dead') return { kind: 'alive' }
      return { kind: 'move', areaId: subject.areaId!, village, address, from: on } // Without a commune nothing is asked.
    }
    case 'marriage':
      return subject.other
        ? { kind: 'marriage', spouseId: subject.other.personId, from: on }
        : { kind: 'circumstance', circumstance: 'single_parent', detail: null, from: on, until: null }
    case 'divorce':
      return { kind: 'divorce', spouseId: subject.other!.personId, until: on }
    case 'identity_corrected': {
      const { born, ...named } = change.identity
      return {
        kind: 'identity',
        ...named,
        ...(born && { born, bornPrecision: named.bornPrecision ?? 'day' }),
      }
    }
    case 'number_changed':
      return { kind: 'identity', personalId: change.personalId }
  }
}

function evidenceOf({ kind, number, certificate, recordedAt }: Change): Evidence {
  if (!certificate)
    return {
      document: written.notice,
      number: String(number),
      issuedOn: dayOf(recordedAt),
      issuedBy: written.issuer,
    }
  return { document: written.papers[kind], ...certificate }
}
