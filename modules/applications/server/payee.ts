import type { CivilDate } from '#kernel/civil-date'
import { contains } from '#kernel/period'
import { loadHistories, summariesOf, type PersonHistory, type RelationKind } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Payee } from '../domain/proposal.ts'
import { problems } from '../domain/problems.ts'

type Wish = {
  readonly kind: string
  readonly personId: string
  readonly payeeId?: string | null | undefined
}

const receiving: readonly RelationKind[] = ['guardian_of', 'collects_for', 'cares_for', 'parent_of']

/**
 * Who receives the money of each in their place, with what the register knows of them on a day: their relation is null
 * once it is over, or once they have died, so that a draft that named them is drafted again.
 */
export async function payeesOf(
  ctx: Ctx,
  asked: readonly Wish[],
  on: CivilDate,
): Promise<ReadonlyMap<Wish, Payee>> {
  const others = asked.filter(({ personId, payeeId }) => payeeId && payeeId !== personId)
  if (others.length === 0) return new Map()
  const histories = await loadHistories(
    ctx,
    others.map(({ personId }) => personId),
  )
  const known = new Map(histories.map((history) => [history.personId, history]))
  const payees = await summariesOf(
    ctx,
    others.map(({ payeeId }) => payeeId!), // Only those with one.
  )
  return new Map(
    others.map((one) => {
      const id = one.payeeId!
      const isAlive = payees.get(id)?.diedOn === null
      const relation = isAlive ? relationOf(known.get(one.personId), id, on) : null
      return [one, { id, relation }]
    }),
  )
}

/** Everybody whom the register knows to receive somebody’s money for them today, as what, by name. */
export async function possiblePayees(ctx: Ctx, personId: string) {
  const [history] = await loadHistories(ctx, [personId])
  const others = new Set(
    history?.relations.flatMap(({ kind, side, otherId }) =>
      side === 'to' && receiving.includes(kind) ? otherId : [],
    ),
  )
  const people = await summariesOf(ctx, others)
  return [...people.values()].flatMap(({ id, fullName, diedOn }) => {
    const relation = diedOn === null ? relationOf(history, id, ctx.today) : null
    return relation ? [{ id, fullName, relation }] : []
  })
}

/** The first of what entitles somebody to receive another’s money; a parent only of a child who is not of age. */
function relationOf(history: PersonHistory | undefined, payeeId: string, on: CivilDate) {
  const isMinor = history?.identity.some(
    ({ born, retractedAt }) => retractedAt === null && isYoungerThan(born, 18, on),
  )
  const kinds = history?.relations
    .filter(({ side, otherId, retractedAt }) => side === 'to' && otherId === payeeId && retractedAt === null)
    .filter(({ during }) => contains(during, on))
    .map(({ kind }) => kind)
  return receiving.find((kind) => kinds?.includes(kind) && (kind !== 'parent_of' || isMinor)) ?? null
}

function isYoungerThan(born: CivilDate, years: number, on: CivilDate): boolean {
  return `${Number(born.slice(0, 4)) + years}${born.slice(4)}` > on
}

/** Whether the money goes to somebody else than the person. */
export const isForAnother = ({
  payeeId,
  personId,
}: {
  readonly payeeId: string | null
  readonly personId: string
}) => payeeId !== null && payeeId !== personId

/** Money goes to the person, or to whom the register knows to receive it for them; never to anybody else. */
export function assertPayee({ kind, personId, payeeId }: Wish, payee: Payee | undefined) {
  if (!payeeId || payeeId === personId) return
  if (kind !== 'grant' || !payee?.relation) throw problems('payee_not_known', { payeeId })
}
