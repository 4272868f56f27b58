import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, expect, inject, test } from 'vitest'
import { openDatabase } from '#platform/server/database'
import { createDatabase, dropDatabase, urlsOf } from '#platform/server/postgres'
import { holdTestServer } from '#testing/test-server'
import { lawOf } from '../../law/golden/case-months.ts'
import { isAnswered, questionsOf } from '../../law/golden/questions.ts'
import { law } from '../../law/index.ts'
import { benefits, components, type Component, type PersonMonth } from '../determination.ts'
import { engineFor } from '../determine.ts'
import type { MonthLaw } from '../law-in-force.ts'
import { choices, flags } from '../facts.ts'
import { asAtMonthEnd, asOldAsOn } from './columns.ts'
import { evaluate } from './evaluate.ts'
import { columnOf } from './sql-conditions.ts'
import { selectDues } from './sql.ts'
import { anyPersonMonth, inOneMonth } from './testing/any-person.ts'
import { anyLaw } from './testing/any-rule-set.ts'
import { everybody } from './testing/everybody.ts'
import { monthsOfChange } from './testing/months-of-change.ts'

const server = await holdTestServer()
const database = `${inject('copies')}_law_in_sql`
await createDatabase(server, database, inject('template'))
const db = openDatabase(urlsOf(server, database).ownerUrl, 1)
afterAll(async () => {
  await db.destroy()
  await dropDatabase(server, database)
  server.release()
})

test('PostgreSQL says what every case of the law expects', async () => {
  const asked = Map.groupBy(questionsOf(), ({ golden, person }) =>
    [person.month, person.knownOn, golden.provincial ? golden.id : ''].join(' '),
  )
  const wrong: string[] = []
  for (const questions of asked.values()) {
    const { golden, person } = questions[0]!
    const ml = engineFor(lawOf(golden, law)).lawIn(person.month, person.knownOn)
    const said = ml
      ? await bySql(
          ml,
          questions.map((one) => one.person),
        )
      : questions.map(() => [])
    for (const [index, question] of questions.entries())
      if (!isAnswered(question, said[index]!)) wrong.push(`${question.golden.id} ${question.expected.month}`)
  }
  expect(wrong).toEqual([])
})

test('PostgreSQL gives anybody what the interpreter gives, by any law', async () => {
  const anyLawAndPersons = fc
    .array(anyPersonMonth, { minLength: 8, maxLength: 24, size: 'max' })
    .chain((persons) => anyLaw(persons[0]!.month).map((law) => ({ law, persons: inOneMonth(persons) })))
  await fc.assert(
    fc.asyncProperty(anyLawAndPersons, async ({ law, persons }) => {
      expect(await bySql(lawOfMonth(engineFor(law), persons), persons)).toEqual(
        byInterpreter(engineFor(law), persons),
      )
    }),
    { numRuns: 120, seed: 176 },
  )
})

test('PostgreSQL gives anybody what the interpreter gives, by the law of the country', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyPersonMonth, { minLength: 40, maxLength: 60, size: 'max' }),
      async (persons) => {
        const some = inOneMonth(persons)
        expect(await bySql(lawOfMonth(engineFor(law), some), some)).toEqual(
          byInterpreter(engineFor(law), some),
        )
      },
    ),
    { numRuns: 40, seed: 335 },
  )
})

test('PostgreSQL gives everybody the law can tell apart what the interpreter gives', async () => {
  // One in a prime number of people, so that every class and every birthday come up somewhere.
  for (const ml of monthsOfChange(law)) {
    const persons: PersonMonth[] = []
    let index = 0
    for (const person of everybody(ml)) if (index++ % 997 === 0) persons.push(person)
    expect(await bySql(ml, persons)).toEqual(byInterpreter({ lawIn: () => ml }, persons))
  }
})

type Within = Pick<ReturnType<typeof engineFor>, 'lawIn'>

function lawOfMonth({ lawIn }: Within, [first]: readonly PersonMonth[]): MonthLaw {
  return lawIn(first!.month, first!.knownOn)!
}

function byInterpreter(within: Within, persons: readonly PersonMonth[]) {
  return evaluate('interpreter', within, persons).map((dues) =>
    dues.map(({ component, rule, coefficient, units, amount }) => ({
      component,
      rule,
      coefficient,
      units,
      amount,
    })),
  )
}

type Said = { component: Component; rule: string; coefficient: number; units: number; amount: never }

/** What the SELECT gives each of these people. */
async function bySql(ml: MonthLaw, persons: readonly PersonMonth[]): Promise<Said[][]> {
  const ends = persons.flatMap((person, id) => {
    const { earlier, atTurn } = person
    const at = { earlier, turn: atTurn ?? earlier, later: asAtMonthEnd(person) }
    return [
      ...Object.entries(at).flatMap(([at, standing]) => (standing ? [{ id, at, nth: 0, standing }] : [])),
      ...(person.within ?? []).map(({ standing, through }, nth) => ({
        id,
        at: 'within',
        nth,
        standing: asOldAsOn(standing, through),
      })),
    ]
  })
  const people = persons.map(({ awarded }, id) => ({
    id,
    awarded: awarded === 'all' ? benefits : [...awarded],
  }))
  const standings = ends.map(({ id, at, nth, standing }) => ({
    ...Object.fromEntries(Object.entries(standing).map(([fact, value]) => [columnOf(fact), value])),
    id,
    at,
    nth,
    born: packed(standing.born),
  }))
  const children = ends.flatMap(({ id, at, nth, standing }) =>
    standing.children.map(({ born, isStudying, continued }) => ({
      id,
      at,
      nth,
      born: packed(born),
      is_studying: isStudying,
      continued,
    })),
  )
  const facts = [
    ...[...Object.keys(choices), 'territory'].map((fact) => `${columnOf(fact)} text`),
    ...flags.map((fact) => `${columnOf(fact)} boolean`),
    ...['pension', 'social_insurance', 'meritorious'].map((fact) => `${fact} bigint`),
  ]
  const { rows } = await sql<Said & { id: number }>`
    with person as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as one (id integer, awarded text[])
    ), standing as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb)
        as one (id integer, at text, nth integer, born integer, ${sql.raw(facts.join(', '))})
    ), child as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(children)}::jsonb)
        as one (id integer, at text, nth integer, born integer, is_studying boolean, continued boolean)
    ) ${sql.raw(selectDues(ml))}`.execute(db)
  const byPerson = Map.groupBy(rows, ({ id }) => id)
  return persons.map((_, id) =>
    (byPerson.get(id) ?? [])
      .map(({ component, rule, coefficient, units, amount }) => ({
        component,
        rule,
        coefficient,
        units,
        amount,
      }))
      .toSorted((one, other) => components.indexOf(one.component) - components.indexOf(other.component)),
  )
}

const packed = (day: string) => Number(day.replaceAll('-', ''))
