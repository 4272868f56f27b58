import { addDays, addYears, instant, type CivilDate } from '#kernel/civil-date'
import { noteDisability } from '../elders.ts'
import type { Life } from '../living.ts'
import type { Place } from '../places.ts'
import type { Person } from '../register.ts'
import type { DemoSize } from '../state.ts'
import type { Days } from './days.ts'
import { stories, type Need, type Story } from './stories.ts'

/** A story that happens to somebody, in the commune whose desk they come to. */
export type Case = {
  readonly story: Story
  readonly person: Person
  readonly place: number
}

/** How many files lie in the commune of the accounts, and how many in all others together. */
const files: Readonly<Record<DemoSize, { readonly here: number; readonly elsewhere: number }>> = {
  tiny: { here: 26, elsewhere: 4 },
  scattered: { here: 2, elsewhere: 30 },
  province: { here: 56, elsewhere: 140 },
  full: { here: 56, elsewhere: 140 },
}

/** Brings people to the desks: those who ask for something come into the register with it, others are in it. */
export function visitDesks(
  life: Life,
  { size, days }: { readonly size: DemoSize; readonly days: Days },
): Case[] {
  const { here, elsewhere } = files[size]
  const isHere = ({ areaId }: Place) => life.places.unitOn(areaId, days.ago(1)).code === '08824'
  const known = knownPeople(life, days.ago(20))
  const visit = (count: number, places: readonly Place[], first: number) =>
    Array.from({ length: count }, (_, index) => stories[(first + index) % stories.length]!).flatMap(
      (story, index) => {
        const person = somebody(life, story, { places, days, known })
        return person ? [{ story, person, place: first + index }] : []
      },
    )
  return [
    ...visit(here, life.all.filter(isHere), 0),
    ...visit(
      elsewhere,
      life.all.filter((place) => !isHere(place)),
      here,
    ),
  ]
}

type Known = { readonly recipients: Person[]; readonly dead: Person[] }

/** Pensioners of long standing whom a decision may be about, and who died lately. */
function knownPeople({ members, register, random }: Life, since: CivilDate): Known {
  const isPensioner = ({ awards, version }: Person) =>
    version.diedOn === null &&
    awards.some(
      ({ benefit, lastMonth, from }) =>
        benefit === 'social_pension' && lastMonth === null && from < '2026-06',
    )
  return {
    recipients: random.shuffle(members.map(({ person }) => person).filter(isPensioner)),
    dead: register.people.filter(
      ({ version: { diedOn } }) => diedOn !== null && diedOn >= addDays(since, -40),
    ),
  }
}

type Setting = { readonly places: readonly Place[]; readonly days: Days; readonly known: Known }

function somebody(life: Life, story: Story, { places, days, known }: Setting): Person | undefined {
  const came = days.ago(story.told[0]![1]) // Every story begins with somebody who comes.
  const units = new Set(places.map(({ areaId }) => life.places.unitOn(areaId, came).id))
  const takeFrom = (people: Person[]) => {
    const at = people.findIndex(({ residence }) => units.has(life.places.unitOn(residence.areaId, came).id))
    return at === -1 ? undefined : people.splice(at, 1)[0]
  }
  switch (story.need) {
    case 'recipient':
      return takeFrom(known.recipients)
    case 'dead':
      return takeFrom(known.dead)
    case 'pensioner':
    case 'disabled':
    case 'tooYoung':
      return newcomer(life, story.need, { place: life.random.pick(places), came })
  }
}

/** Somebody who comes into the register with the file, on the day it is received. */
function newcomer(
  life: Life,
  need: Exclude<Need, 'recipient' | 'dead'>,
  { place, came }: { readonly place: Place; readonly came: CivilDate },
): Person {
  const { random, maker } = life
  const on = { recordedAt: instant(`${came}T01:05:00Z`), source: 'Tờ khai tại Một cửa' }
  const years = {
    pensioner: random.between(75, 84),
    tooYoung: random.between(71, 74),
    disabled: random.between(22, 58),
  }
  const born = addDays(addYears(came, -years[need]), -random.between(3, 300))
  const person = maker.person({ place, sex: random.chance(0.55) ? 'female' : 'male', born, ...on })
  maker.channel(person)
  if (need === 'disabled')
    noteDisability(life, person, place, {
      level: random.chance(0.75) ? 'severe' : 'exceptionally_severe',
      type: random.pick(['mobility', 'sight', 'mental'] as const),
      issuedOn: addDays(came, -random.between(4, 40)),
      ...on,
    })
  return person
}
