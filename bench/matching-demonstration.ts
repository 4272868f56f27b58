import { civilDate, dayOf, instant } from '#kernel/civil-date'
import { loadCalendar } from '#modules/geography'
import { openDatabase } from '#platform/server/database'
import { findPostgres } from '#platform/server/postgres'
import { imagine } from '../app/demo/index.ts'
import { daysOf } from '../app/demo/desk/days.ts'
import { dayIn, monthNumber, runMoment } from '../app/demo/months.ts'
import { at } from '../app/demo/pay-months.ts'
import { readPlaces } from '../app/demo/places.ts'
import type { Person } from '../app/demo/register.ts'
import { prepareDatabase } from '../app/server.ts'
import type { Listed } from './matching-people.ts'

const seed = 2239
const until = '2026-11'

/**
 * The people of the demonstration province as they are imagined, before any of them is written, for only there it is known
 * who was put into the register twice; and what became of its communes. Needs a database for the units: an empty
 * ANSINH_HOME will do.
 */
export async function demonstrationPeople(): Promise<{
  listed: Listed[]
  successors: Record<string, string>
}> {
  const postgres = await findPostgres(undefined)
  const owner = openDatabase(postgres.ownerUrl, 1)
  try {
    await prepareDatabase(postgres)
    const places = await readPlaces(owner, seed)
    const last = monthNumber(until)
    const calendar = await at(owner, instant('2021-10-01T02:00:00Z'))(loadCalendar)
    const days = daysOf(calendar, { after: dayOf(runMoment(last)), through: dayIn(last, 20) })
    let count = 0
    const { register } = imagine({
      seed,
      size: 'province',
      last,
      places,
      days,
      newId: () => count++,
    })
    const firstOf = new Map(register.twice.map(({ person, again }) => [again, person]))
    const numbers = Map.groupBy(register.identifiers, ({ person }) => person)
    const heads = new Map(
      register.memberships
        .filter(({ isHead, retractedAt, until: end }) => isHead && retractedAt === null && end === null)
        .map(({ household, person }) => [household, person]),
    )
    const numberOf = (person: Person, wanted: string) =>
      numbers.get(person)?.find(({ kind, retractedAt }) => kind === wanted && retractedAt === null)?.number ??
      ''
    const listed = register.people.map((person): Listed => {
      const { fullName, sex, born, precision } = person.version
      const [year, month, day] = born.split('-')
      const head = person.membership && heads.get(person.membership.household)
      return {
        truth: String((firstOf.get(person) ?? person).id),
        errors: errorsOf(firstOf.get(person), person),
        cells: {
          id: String(person.id),
          ho_ten: fullName,
          ngay_sinh:
            precision === 'year'
              ? year!
              : precision === 'month'
                ? `${month}/${year}`
                : `${day}/${month}/${year}`,
          gioi_tinh: sex,
          so_dinh_danh: numberOf(person, 'personal_id'),
          cmnd: numberOf(person, 'legacy_id'),
          xa: String(person.residence.areaId),
          thon: person.residence.village,
          chu_ho: head?.version.fullName ?? '',
          dien_thoai: person.phone ?? '',
        },
      }
    })
    const present = civilDate(`${until}-20`)
    const successors = Object.fromEntries(
      [...new Set(register.people.map(({ residence }) => residence.areaId))].flatMap((areaId) => {
        const { id } = places.unitOn(areaId, present)
        return id === areaId ? [] : [[String(areaId), String(id)]]
      }),
    )
    return { listed, successors }
  } finally {
    await owner.destroy()
    postgres.release()
  }
}

/** What the second record of somebody says otherwise than the first. */
function errorsOf(first: Person | undefined, { version, residence }: Person): string[] {
  if (!first) return []
  const [was, is] = [first.version, version]
  const isYear = is.precision === 'year' && was.precision !== 'year'
  return [
    was.fullName === is.fullName ? [] : 'name',
    isYear ? 'birth: year only' : was.born === is.born ? [] : 'birth: day and month',
    first.residence.areaId === residence.areaId ? 'home: same commune' : 'home: another commune',
  ].flat()
}
