import { addMonths, monthOf } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import { lastMonthHere } from '#modules/applications'
import { components } from '#modules/entitlement/contract'
import { listAwards } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { summariesOf, type Evidence } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import type { Preview, RequestView } from '../contract.ts'
import { getRequest, listEvents } from '../db/requests.ts'
import { companionsIn, type Change } from '../domain/change.ts'
import { steps } from '../domain/state.ts'
import { assertMaySee } from './circumstance.ts'
import { describe, destinationIn } from './describe.ts'
import { previewEffects } from './preview.ts'
import { receivingOf } from './receiving.ts'
import { conflictsOf, refusalOf } from './take-step.ts'
import { rowsOf } from './work-list.ts'

export async function viewRequest(ctx: Ctx, { id }: { id: string }): Promise<RequestView> {
  const request = await getRequest(ctx, id)
  assertMaySee(ctx, request.change)
  const [row] = await rowsOf(ctx, [request])
  const isOpen = request.decidedAt === null
  // Whoever is yet to come, or has gone, is named by the request and seen no further.
  const isSeen = row!.person.fullName !== null
  const { change, evidence, personId } = request
  return {
    ...row!, // One asked, one made.
    change,
    evidence,
    reason: request.reason,
    note: request.note,
    contests: request.contestsId,
    submittedAt: request.submittedAt,
    preview:
      isOpen && isSeen
        ? await preview(ctx, { personId, change, evidence })
        : {
            differences: request.before ? [...request.before] : await destinationIn(ctx, change),
            effects: [],
            settlement: [],
            looked: null,
            refusal: null,
            handOver: isOpen ? await handOverOf(ctx, { personId, change }) : null,
            receiving: [],
          },
    conflicts: isOpen ? await conflictsOf(ctx, request) : [],
    events: await listEvents(ctx, id),
    steps: steps.flatMap((step) => {
      const refusal = refusalOf(ctx, request, step)
      const isOut =
        refusal === 'forbidden' ||
        refusal === 'changes.request_moved_on' ||
        refusal === 'changes.request_not_found'
      return isOut ? [] : [{ step, refusal: refusal ?? null }]
    }),
  }
}

type About = { readonly personId: string; readonly change: Change; readonly evidence: Evidence | null }

/** What a change alters and comes to. What the register would refuse is told as such: that is what the page is read for. */
export async function preview(ctx: Ctx, about: About): Promise<Preview> {
  const differences = await describe(ctx, about)
  const handOver = await handOverOf(ctx, about)
  const { personId, change } = about
  const receiving = await receivingOf(ctx, personId, change)
  try {
    const { effects, settlement, looked } = await previewEffects(ctx, about)
    const people = await summariesOf(
      ctx,
      effects.map(({ personId }) => personId),
    )
    const born = about.change.kind === 'birth' ? about.change.child.fullName : null
    const who = (personId: string, isBorn = false) => ({
      id: PersonId.parse(personId),
      fullName: isBorn ? born : (people.get(personId)?.fullName ?? null),
    })
    return {
      differences,
      effects: effects.map(({ personId, component, isBorn, ...effect }) => ({
        ...effect,
        component: component as (typeof components)[number], // As the law names them.
        person: who(personId, isBorn),
      })),
      settlement: settlement.map(({ personId, ...settled }) => ({ ...settled, person: who(personId) })),
      looked,
      refusal: null,
      handOver,
      receiving,
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return {
      differences,
      effects: [],
      settlement: [],
      looked: null,
      refusal: error.code,
      handOver,
      receiving,
    }
  }
}

/** The old unit pays through the month of the decision, or what it has listed by then, the new one from the month after: none twice, and none lost (C22). */
async function handOverOf(
  ctx: Ctx,
  { personId, change }: Pick<About, 'personId' | 'change'>,
): Promise<Preview['handOver']> {
  // Nobody moves on a day to come: that is refused, whatever it would hand over.
  if (change.kind !== 'move' || change.from > ctx.today) return null
  const goers = [personId, ...companionsIn(change)]
  const awards = await forWholeCountry(ctx, (ctx) => listAwards(ctx, goers))
  const open = awards.filter(({ during }) => during.until === null)
  const units = await areaAt(ctx, [change.areaId, ...open.map(({ areaId }) => areaId)], ctx.today)
  const leaving = open.filter(({ areaId }) => units.get(areaId) !== units.get(change.areaId))
  const recipients = goers.filter((id) => leaving.some((award) => award.personId === id))
  if (recipients.length === 0) return null
  const last = await lastMonthHere(ctx, recipients, monthOf(ctx.today))
  const people = await summariesOf(ctx, recipients)
  return {
    lastMonthHere: last,
    firstMonthThere: addMonths(last, 1),
    people: recipients.map((id) => ({ id: PersonId.parse(id), fullName: people.get(id)?.fullName ?? null })),
  }
}
