import { describe, expect } from 'vitest'
import { test } from '#testing/world'
import * as api from '../contract.ts'
import { givenPerson } from '../../entitlement/testing.ts'
import { ask, deskOf, givenRecipient, tamSon, thoTang } from '../testing.ts'

const household = '0197f000-0000-7000-8000-00000000dead'

/** Every kind of change that names a day, with that day at the end of the calendar or its beginning. */
const changes = (day: string, relative: string): readonly Readonly<Record<string, unknown>>[] => [
  { kind: 'death', diedOn: day },
  { kind: 'move', areaId: thoTang, from: day },
  { kind: 'move', areaId: thoTang, from: day, household: 'own' },
  { kind: 'add_member', householdId: household, relationToHead: 'con', from: day },
  { kind: 'remove_member', from: day },
  { kind: 'change_head', formerHeadBecomes: 'mẹ', from: day },
  { kind: 'split_household', members: [], from: day },
  { kind: 'merge_household', householdId: household, relationToHead: 'con', from: day },
  { kind: 'birth', child: { fullName: 'Trần Thị Bé', sex: 'female', born: day } },
  { kind: 'disability', level: 'exceptionally_severe', types: ['sight'], certificate: '1', issuedOn: day },
  { kind: 'circumstance', circumstance: 'single_parent', detail: {}, from: day },
  { kind: 'circumstance', circumstance: 'disability', detail: null, from: day },
  { kind: 'marriage', spouseId: relative, from: day },
  { kind: 'divorce', spouseId: relative, until: day },
  { kind: 'guardian', guardianId: relative, from: day },
  { kind: 'guardian', guardianId: relative, from: '2026-11-01', until: day },
  { kind: 'carer', carerId: relative, from: day },
  { kind: 'carer', carerId: relative, from: '2026-11-01', until: day },
  { kind: 'parent', otherId: relative, as: 'child', from: day },
  { kind: 'identity', born: day },
]

describe.for(['9999-12-31', '9999-01-01', '0001-01-01', '2027-01-01'])('the day %s', (day) => {
  test('is previewed with why it is refused, and asked for by nobody', async ({ world }) => {
    const { officer } = await deskOf(world)
    const personId = await givenRecipient(world)
    const relative = await givenPerson(world.ctx, { areaId: tamSon, born: '1980-01-01' })
    const taken: unknown[] = []
    const codes: string[] = []
    for (const change of changes(day, relative)) {
      const wish = { personId: personId as never, change: change as never }
      const told = await officer.call(api.previewChange, wish).then(({ refusal }) => refusal, codeOf)
      const asked = await ask(officer, personId, wish.change).then(() => null, codeOf)
      codes.push(...[told, asked].filter((code) => code !== null))
      if (told === null || asked === null) taken.push(change)
    }
    expect(codes.filter((code) => !/^(people|changes)\./.test(code))).toEqual([])
    expect(taken).toEqual(changes(day, relative).filter((change) => mayBe(change, day)))
  })
})

/** The end of something may lie as far as the calendar reaches, and not before it begins; an appointment a year ahead. */
function mayBe({ kind, from, detail }: Readonly<Record<string, unknown>>, day: string): boolean {
  if (day < '2026-11-01') return false
  if (from === '2026-11-01' || detail === null) return true
  return day < '2027-11-23' && (kind === 'guardian' || kind === 'carer')
}

const codeOf = (error: { readonly code?: string }) => error.code ?? 'unforeseen'
