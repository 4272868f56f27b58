import { firstDayOf, monthOf, type Month } from '#kernel/civil-date'
import { loadHistories, type LawSays, type ListedPerson, type PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { notSuspended, type Award } from '../../db/awards.ts'
import { listLapsing } from '../../db/lapses.ts'
import { setOf, type PersonMonthRow } from '../../db/person-months.ts'
import type { StandingPeriod } from '../../db/standings.ts'
import type { Benefit } from '../../domain/determination.ts'
import { benefitOf, dueIn } from '../../domain/index.ts'
import type { Lapsing } from '../../domain/lapse.ts'
import { endsOf } from '../../domain/stood.ts'
import { assembleStandings } from '../assemble.ts'
import { lapsesOfHistory } from '../lapses-of-history.ts'
import { frameOf, personMonth } from '../replay.ts'
import { loadSurroundings } from '../surroundings.ts'
import { withoutLapsed } from '../without-lapsed.ts'

/** Somebody of a list as they would be, were they awarded what it says; of whom the register knows it need not tell more. */
export type AsIfAwarded = Pick<ListedPerson, 'personId' | 'facts' | 'from'> & {
  readonly person: ListedPerson['person'] | null
  readonly benefit: Benefit
  readonly areaId: number
  /** The months to be told of, by all that was granted and the list adds to it. */
  readonly months: readonly Month[]
}

export type LawOfListed = Omit<LawSays, 'owed'> & {
  /** The months asked for, as a run would read them; none of whom the register does not show. */
  readonly months: readonly PersonMonthRow[]
}

/**
 * What the law would give people of an imported list this month, by what the register knows of them and the list adds, were
 * it awarded; and how they would stand in the months asked for, by which a run pays them.
 */
export async function lawOfListed(ctx: Ctx, people: readonly AsIfAwarded[]): Promise<LawOfListed[]> {
  const ids = people.flatMap(({ personId }) => personId ?? [])
  const known = new Map((await loadHistories(ctx, ids)).map((history) => [history.personId, history]))
  const histories = people.map((one, index) => {
    const history = one.personId === null ? undefined : known.get(one.personId)
    return withList(ctx, history ?? unregistered(ctx, one, index), one)
  })
  const surroundings = await forWholeCountry(ctx, (ctx) => loadSurroundings(ctx, histories))
  const awards = Map.groupBy(await listLapsing(ctx, ids), ({ personId }) => personId)
  const month = monthOf(ctx.today)
  return people.map((one, index) => {
    const { benefit } = one
    const history = histories[index]! // One for each.
    if (history.identity.length === 0) return { monthly: 0, coefficient: null, lapsedIn: null, months: [] }
    const standings = assembleStandings(history, surroundings)
    const known = { history, standings, own: awards.get(history.personId) ?? [] }
    const lapsedIn = lapsesOfHistory([...known.own, asIf(ctx, one, history.personId)], standings, history, {
      through: month,
    }).get(source)
    const due = lapsedIn
      ? []
      : dueIn({
          month,
          knownOn: ctx.today,
          ...endsOf(standings, month),
          awarded: setOf([benefit]),
        }).filter(({ component }) => benefitOf[component] === benefit)
    return {
      monthly: due.reduce((sum, { amount }) => sum + amount, 0),
      coefficient: due.length === 1 ? due[0]!.coefficient : null,
      lapsedIn: lapsedIn ?? null,
      months: monthsOf(ctx, one, known),
    }
  })
}

type Known = {
  readonly history: PersonHistory
  readonly standings: readonly StandingPeriod[]
  readonly own: readonly (Award & Lapsing)[]
}

function monthsOf(ctx: Ctx, asked: AsIfAwarded, { history, standings, own }: Known): PersonMonthRow[] {
  const { personId } = history
  const awards = [...own, asIf(ctx, asked, personId)]
  const through = asked.months.at(-1)
  if (through === undefined) return []
  const lapses = lapsesOfHistory(awards, standings, history, { through })
  return asked.months.flatMap((month) => {
    const row = personMonth({ personId, frame: frameOf(month), standings, awards, knownOn: ctx.today })
    return row ? [withoutLapsed(row, lapses)] : []
  })
}

/** The award the list stands for, as confirming it today would open it. */
function asIf(
  { now, today }: Ctx,
  { benefit, areaId, from }: AsIfAwarded,
  personId: string,
): Award & Lapsing {
  return {
    id: source,
    personId,
    benefit,
    payeeId: personId,
    areaId,
    openedBy: source,
    closedBy: null,
    closeReason: null,
    during: { from: firstDayOf(from), until: null },
    paidFrom: null,
    ...notSuspended,
    resumedBy: null,
    recordedAt: now,
    retractedAt: null,
    openedIn: monthOf(today),
  }
}

const source = 'list'

/** Whoever the register does not know yet, as the list tells of them. */
function unregistered({ now }: Ctx, { person }: AsIfAwarded, index: number): PersonHistory {
  // Asked of nothing that is stored, but for awards: nobody has this id.
  const personId = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
  if (!person) return { personId, identity: [], residences: [], circumstances: [], relations: [] }
  const recorded = { recordedAt: now, retractedAt: null, source }
  const { sex, born, bornPrecision, areaId, village } = person
  return {
    personId,
    identity: [{ ...recorded, fullName: '', sex, born, bornPrecision, diedOn: null }],
    residences: [{ ...recorded, areaId, village, during: { from: born, until: null } }],
    circumstances: [],
    relations: [],
  }
}

/** A list overrules nothing the register knows; what it says beside that is taken for true. */
function withList({ now }: Ctx, history: PersonHistory, { facts }: AsIfAwarded): PersonHistory {
  const held = new Set(
    history.circumstances
      .filter(({ retractedAt, during }) => retractedAt === null && during.until === null)
      .map(({ kind }) => kind),
  )
  const added = facts
    .filter(({ kind }) => !held.has(kind))
    .map(({ kind, detail, from, evidence }, index) => ({
      id: `${history.personId} ${index}`,
      kind,
      detail,
      evidence,
      during: { from, until: null },
      recordedAt: now,
      retractedAt: null,
      source,
    }))
  return { ...history, circumstances: [...history.circumstances, ...added] }
}
