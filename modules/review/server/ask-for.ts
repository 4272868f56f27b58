import { findOpenRequest, openFound, type ChangeToRecord } from '#modules/changes'
import { areaAt } from '#modules/geography'
import { findFactNow, keptRecords, summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Part } from '../db/parts.ts'
import type { Finding } from '../domain/field.ts'

/**
 * Opens the change request for what a reviewer found, for an officer to look at with its paper; null where no request can
 * say it, or the person is out of sight here, so that it is a task. Of a record that was merged since the list was drawn up
 * it is asked about the one that is kept.
 */
export async function askFor(
  ctx: Ctx,
  part: Part,
  listedId: string,
  finding: Finding,
): Promise<string | null> {
  const personId = (await keptRecords(ctx, [listedId])).get(listedId) ?? listedId
  if (!(await summariesOf(ctx, [personId])).has(personId)) return null
  const change = await changeOf(ctx, part, personId, finding)
  if (!change) return null
  const known = await findOpenRequest(ctx, { personId, change })
  if (known !== undefined) return known
  const [id] = await openFound(ctx, [
    { personId, change, evidence: null, because: 'found_in_review', source: 'review' },
  ])
  return id ?? null
}

async function changeOf(
  ctx: Ctx,
  part: Part,
  personId: string,
  finding: Finding,
): Promise<ChangeToRecord | null> {
  switch (finding.field) {
    case 'death':
      return { kind: 'death', diedOn: finding.on }
    case 'residence':
      return {
        kind: 'move',
        areaId: (await areaAt(ctx, [part.areaId], finding.from)).get(part.areaId) ?? part.areaId,
        village: finding.village,
        address: finding.address,
        from: finding.from,
      }
    case 'leaves_household':
      return { kind: 'remove_member', from: finding.from }
    case 'disability': {
      const { level, certificate, issuedOn } = finding
      const types = (await findFactNow(ctx, personId, 'disability'))?.detail['types']
      // Which kind of disability it is a reviewer does not say: it is that of the paper before, or an officer records it.
      return Array.isArray(types) && types.length > 0
        ? { kind: 'disability', level, types: types as never, certificate, issuedOn } // As the register keeps them.
        : null
    }
    case 'identity':
    case 'moved_away':
    case 'household':
    case 'care':
    case 'poverty':
    case 'study':
    case 'income':
    case 'way':
    case 'phone':
    case 'other':
      return null
  }
}
