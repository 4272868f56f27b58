import { monthOf } from '#kernel/civil-date'
import { loadHistories, type ListedPerson, type LawSays, type PersonHistory } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { setOf } from '../../db/person-months.ts'
import { benefitOf, dueIn } from '../../domain/index.ts'
import { endsOf } from '../../domain/stood.ts'
import { assembleStandings } from '../assemble.ts'
import { loadSurroundings } from '../surroundings.ts'

/**
 * What the law would give people of an imported list this month, by what the register knows of them and the list adds, were
 * it awarded.
 */
export async function lawOfListed(ctx: Ctx, people: readonly ListedPerson[]): Promise<LawSays[]> {
  const ids = people.flatMap(({ personId }) => personId ?? [])
  const known = new Map((await loadHistories(ctx, ids)).map((history) => [history.personId, history]))
  const histories = people.map((one, index) => {
    const history = one.personId === null ? undefined : known.get(one.personId)
    return withList(ctx, history ?? unregistered(ctx, one, index), one)
  })
  const surroundings = await forWholeCountry(ctx, (ctx) => loadSurroundings(ctx, histories))
  const month = monthOf(ctx.today)
  return people.map(({ benefit }, index) => {
    const ends = endsOf(assembleStandings(histories[index]!, surroundings), month)
    const due = dueIn({ month, knownOn: ctx.today, ...ends, awarded: setOf([benefit]) }).filter(
      ({ component }) => benefitOf[component] === benefit,
    )
    return {
      monthly: due.reduce((sum, { amount }) => sum + amount, 0),
      coefficient: due.length === 1 ? due[0]!.coefficient : null,
    }
  })
}

const source = 'list'

/** Whoever the register does not know yet, as the list tells of them. */
function unregistered({ now }: Ctx, { person }: ListedPerson, index: number): PersonHistory {
  const recorded = { recordedAt: now, retractedAt: null, source }
  const { sex, born, bornPrecision, areaId, village } = person
  return {
    // Asked of nothing that is stored, but for awards: nobody has this id.
    personId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    identity: [{ ...recorded, fullName: '', sex, born, bornPrecision, diedOn: null }],
    residences: [{ ...recorded, areaId, village, during: { from: born, until: null } }],
    circumstances: [],
    relations: [],
  }
}

/** A list overrules nothing the register knows; what it says beside that is taken for true. */
function withList({ now }: Ctx, history: PersonHistory, { facts }: ListedPerson): PersonHistory {
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
