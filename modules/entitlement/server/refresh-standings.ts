import { loadHistories, takeTouched, type PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { listHolders } from '../db/awards.ts'
import { listLeaningOnAllowance, noteChanged, repackStandings, writeStandings } from '../db/standings.ts'
import { assembleStandings } from './assemble.ts'
import { isByOtherLaw, rewriteEveryLapse, rewriteLapses } from './lapses.ts'
import { loadSurroundings } from './surroundings.ts'
import { forWholeCountry } from '#platform/server/whole-country'

const batchSize = 2000
/** Whose facts changed is taken for many batches at once: each look for more walks past those already taken. */
const takenAtOnce = 100_000

/**
 * Makes the standings true again for everybody whose facts changed, and for those whose standing rests on them; says
 * how many people stand otherwise than before. A second process waits, and then finds nothing left to do.
 */
export async function refreshStandings(ctx: Ctx): Promise<number> {
  return forWholeCountry(ctx, async (ctx) => {
    await lock(ctx, 'entitlement.standing')
    await repackStandings(ctx)
    let changed = 0
    const waiting: string[] = []
    let next = takeNext(ctx, waiting)
    try {
      for (;;) {
        const { touched, histories } = await next
        if (touched.length === 0) {
          if (await isByOtherLaw(ctx)) {
            changed += (await rewriteCouples(ctx)) + (await rewriteLeaning(ctx))
            await rewriteEveryLapse(ctx)
          }
          return changed
        }
        // The database reads the next people while these are worked out.
        next = takeNext(ctx, waiting)
        changed += await rewrite(ctx, touched, histories)
      }
    } finally {
      // Nothing may still be asking when the transaction ends, however it ends.
      await Promise.allSettled([next])
    }
  })
}

/** The next people to look at, in the order of their ids, so that neighbours are read together. */
async function takeNext(ctx: Ctx, waiting: string[]) {
  if (waiting.length === 0)
    for (const id of (await takeTouched(ctx, takenAtOnce)).toSorted()) waiting.push(id)
  const touched = waiting.splice(0, batchSize)
  const histories = await loadHistories(ctx, touched)
  const leaning = await loadHistories(ctx, leaningOutside(histories))
  const changed = [...histories, ...leaning]
  const sharing = await loadHistories(ctx, await spousesOutside(ctx, changed))
  return { touched, histories: [...changed, ...sharing] }
}

/** Makes the standings of these people true again, without waiting for their facts to change. */
export async function rewriteStandings(ctx: Ctx, personIds: readonly string[]): Promise<number> {
  if (personIds.length === 0) return 0
  return forWholeCountry(ctx, async (ctx) => {
    await lock(ctx, 'entitlement.standing')
    return rewrite(ctx, personIds, await loadHistories(ctx, [...personIds]))
  })
}

async function rewrite(
  ctx: Ctx,
  asked: readonly string[],
  histories: readonly PersonHistory[],
): Promise<number> {
  const surroundings = await loadSurroundings(ctx, histories)
  const people = new Map(asked.map((id) => [id, [] as ReturnType<typeof assembleStandings>]))
  for (const history of histories) people.set(history.personId, assembleStandings(history, surroundings))
  const changed = await writeStandings(ctx, people)
  // One carer after another leaves the standing as it is, and the award without its payee.
  const cared = histories.filter(isCaredFor).map(({ personId }) => personId)
  const lapsing = await rewriteLapses(ctx, [...changed, ...cared])
  await noteChanged(ctx, [...changed, ...lapsing])
  return changed.length
}

/** Whoever is married to somebody granted the share for small children: whether that one draws it rests on their facts. */
async function spousesOutside(ctx: Ctx, histories: readonly PersonHistory[]): Promise<string[]> {
  const inside = new Set(histories.map(({ personId }) => personId))
  const married = histories.filter(({ relations }) => relations.some(isMarriage))
  const ids = married.map(({ personId }) => personId)
  const sharers = new Set(await listHolders(ctx, 'parenting_support', ids))
  const spouses = married
    .filter(({ personId }) => sharers.has(personId))
    .flatMap(({ relations }) => relations.filter(isMarriage).map(({ otherId }) => otherId))
  return [...new Set(spouses)].filter((id) => !inside.has(id))
}

/** Which of a couple draws the share may come out otherwise by another law. */
async function rewriteCouples(ctx: Ctx): Promise<number> {
  const holders = await loadHistories(ctx, await listHolders(ctx, 'parenting_support'))
  const spouses = await loadHistories(ctx, await spousesOutside(ctx, holders))
  const histories = [...holders, ...spouses]
  return rewrite(
    ctx,
    histories.map(({ personId }) => personId),
    histories,
  )
}

/** Who goes on after 16, under khoản 2 or for a parent under khoản 4, rests on what was paid before, and so on the law. */
async function rewriteLeaning(ctx: Ctx): Promise<number> {
  const ids = await listLeaningOnAllowance(ctx, await listHolders(ctx, 'monthly_allowance'))
  let changed = 0
  for (let start = 0; start < ids.length; start += batchSize) {
    const some = ids.slice(start, start + batchSize)
    changed += await rewrite(ctx, some, await loadHistories(ctx, some))
  }
  return changed
}

const isMarriage = ({ kind }: PersonHistory['relations'][number]) => kind === 'spouse_of'

function isCaredFor({ relations }: PersonHistory): boolean {
  return relations.some(({ kind, side }) => kind === 'cares_for' && side === 'to')
}

/** What the law sees of a parent rests on births, studies and deaths of the children, and of the cared-for on the carer’s life. */
function leaningOutside(histories: readonly PersonHistory[]): string[] {
  const inside = new Set(histories.map(({ personId }) => personId))
  const leaning = histories
    .flatMap(({ relations }) => relations)
    .filter(
      ({ kind, side }) =>
        (kind === 'parent_of' && side === 'to') || (kind === 'cares_for' && side === 'from'),
    )
    .map(({ otherId }) => otherId)
    .filter((id) => !inside.has(id))
  return [...new Set(leaning)]
}
