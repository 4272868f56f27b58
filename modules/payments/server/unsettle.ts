import type { Ctx, Event } from '#platform/server/context'
import { listPlanned, withdrawProposals } from '../db/recoveries.ts'
import type { RecoveryCause } from '../domain/recovery.ts'
import { unsettled } from './messages.vi.ts'
import { keepFromHeirs } from './heirs-of-the-living.ts'
import { holdRecovery } from './recovery-decisions.ts'
import { restoreDue } from './restore-due.ts'

/**
 * What was to come back rests on something that turned out to be none: what nobody has decided is forgotten, and what was
 * decided is held, with the reason, until whoever decides has looked again.
 */
export async function unsettle(ctx: Ctx, about: { personId: string; cause: RecoveryCause }, because: string) {
  await withdrawProposals(ctx, about)
  for (const id of await listPlanned(ctx, about)) await holdRecovery(ctx, { id, because })
}

/**
 * Somebody lives after all: nothing paid to them is to come back because they had died, no answer of a bank says so later, what was
 * called back is paid, and no heir is.
 */
export async function unsettleDeath(ctx: Ctx, event: Event) {
  const personId = String(event['personId'])
  await keepFromHeirs(ctx, personId)
  await restoreDue(ctx, { personId, cause: 'died' })
  await unsettle(ctx, { personId, cause: 'died' }, unsettled.livesAfterAll)
}
