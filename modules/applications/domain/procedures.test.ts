import { describe, expect, test } from 'vitest'
import { addDays, civilDate, type CivilDate } from '#kernel/civil-date'
import { disabilityClock, law, openQuestions } from '#modules/entitlement'
import { calendarOf, publicHolidays } from '#modules/geography'
import { dueDay } from './clock.ts'
import { concludes, hasQuorum } from './council.ts'
import {
  competentOn,
  editionOfFile,
  editionOn,
  isInTransition,
  isWaiting,
  stepOn,
  totalClock,
} from './edition.ts'
import type { AskedFacts } from './file-condition.ts'
import { fillMessage } from './message.ts'
import type { Action, Edition, Procedure, ProcedureId, Step } from './procedure.ts'
import { procedures } from './procedures/index.ts'
import { assertSoundProcedures, clocksOf, faultsOfProcedure } from './soundness.ts'

const calendar = calendarOf(publicHolidays)
const named = (id: ProcedureId): Procedure => procedures.find((one) => one.id === id)!
const on = (id: ProcedureId, day: string): Edition => editionOn(named(id), civilDate(day))!
const everyEdition = procedures.flatMap((procedure) =>
  procedure.editions.map((edition) => ({ name: `${procedure.id} ${edition.regime}`, procedure, edition })),
)

test.for(procedures.map((procedure) => [procedure.id, procedure] as const))(
  '%s is sound',
  ([, procedure]) => {
    expect(faultsOfProcedure(procedure)).toEqual([])
  },
)

describe('every way a file can go', () => {
  test.for(everyEdition)(
    '$name: each ends, tells the citizen something at every step, and decides at most once a step',
    ({ edition }) => {
      const ways = waysThrough(edition)
      const ends = new Set(ways.map((way) => way.at(-1)!.step.id))
      expect(ends).toEqual(new Set(edition.steps.filter((step) => !isWaiting(step)).map(({ id }) => id)))
      const passed = new Set(ways.flatMap((way) => way.map(({ step }) => step.id)))
      expect([...passed].toSorted()).toEqual(
        edition.steps
          .map(({ id }) => id)
          .filter((id) => passed.has(id))
          .toSorted(),
      )
      for (const way of ways)
        for (const { step } of way)
          for (const language of ['vi', 'en'] as const)
            expect(
              fillMessage(step.tells[language], { due: '25/11/2026', missing: 'x', reason: 'y' }),
            ).toMatch(/^[^{}]{10,}$/)
    },
  )

  test.for(everyEdition)('$name: every step and every action is on some way', ({ edition }) => {
    const ways = waysThrough(edition)
    const taken = new Set(
      ways.flatMap((way) =>
        way.flatMap(({ step, by }) => (by ? [`${by.from}.${by.action.id} → ${step.id}`] : [])),
      ),
    )
    // A step a later law turns into another is on the ways of a file that meets that law; see below.
    const onlyLater = new Set(['take_over'])
    const known = edition.steps.flatMap((step) =>
      isWaiting(step) && !onlyLater.has(step.id)
        ? step.actions.map(({ id, to }) => `${step.id}.${id} → ${to}`)
        : [],
    )
    expect(known.filter((one) => !taken.has(one))).toEqual([])
  })

  test.for(everyEdition)(
    '$name: no last day falls on a day off, and none moves back as the file moves on',
    ({ edition }) => {
      for (const way of waysThrough(edition)) {
        let last: CivilDate | undefined
        for (const { day, step, completeOn, entered } of way) {
          const total = totalClock(edition, entered)
          if (!total || !completeOn || !isWaiting(step)) continue
          const due = dueDay(calendar, { clock: total, startedAt: completeOn }, day)
          expect(last === undefined || due >= last).toBe(true)
          last = due
        }
      }
    },
  )
})

describe('what cannot be right is refused with the procedure and the reason', () => {
  const allowance = named('monthly_allowance')
  const [r21, r25, r26] = allowance.editions as [Edition, Edition, Edition]
  const withLast = (edition: Partial<Edition>): Procedure => ({
    ...allowance,
    editions: [r21, r25, { ...r26, ...edition }],
  })
  const withStep = (id: string, change: (step: Extract<Step, { by: unknown }>) => object): Procedure =>
    withLast({
      steps: r26.steps.map((step) =>
        step.id === id && isWaiting(step) ? { ...step, ...change(step) } : step,
      ) as unknown as Edition['steps'],
    })

  test.for([
    [
      'a gap',
      { ...allowance, editions: [{ ...r21, until: civilDate('2025-06-30') }, r25, r26] },
      'there is a gap between R21 and R25',
    ],
    [
      'an overlap',
      { ...allowance, editions: [{ ...r21, until: civilDate('2025-07-02') }, r25, r26] },
      'R21 and R25 overlap',
    ],
    [
      'no end of an earlier edition',
      { ...allowance, editions: [{ ...r21, until: undefined }, r25, r26] },
      'R21 and R25 overlap',
    ],
    [
      'an end of the last edition',
      withLast({ until: civilDate('2027-01-01') }),
      'nothing follows R26 after 2027-01-01',
    ],
    [
      'nobody to sign',
      { ...allowance, competent: [{ ...allowance.competent[0], from: civilDate('2022-01-01') }] },
      'nobody may sign in the first edition',
    ],
    [
      'what an officer begins, offered to whoever comes online',
      { ...allowance, begunBy: 'officer' },
      'R25: an officer begins it, and it is open online',
    ],
    [
      'a step nobody reaches',
      withLast({
        steps: [...r26.steps, { ...r26.steps.at(-1)!, id: 'lonely' }] as unknown as Edition['steps'],
      }),
      'R26: step lonely cannot be reached',
    ],
    [
      'a step without an end',
      withStep('hand_over', () => ({
        actions: [{ id: 'again', label: { vi: 'Lặp', en: 'Again' }, to: 'hand_over' }],
      })),
      'R26: step hand_over never ends',
    ],
    [
      'an action that leads nowhere',
      withStep('decide', ({ actions }) => ({
        actions: [...actions, { ...actions[0], id: 'lost', to: 'nowhere' }],
      })),
      'R26: decide.lost leads to nowhere, which is no step',
    ],
    [
      'a decision while papers are waited for',
      withStep('paused', ({ actions }) => ({
        actions: [...actions, { ...actions[0], id: 'sign', to: 'decide', clock: undefined }],
      })),
      'R26: decide.sign decides while papers are waited for',
    ],
    [
      'a clock that is not cited',
      withLast({
        total: {
          ...(r26.total as Extract<Edition['total'], { length: number }>),
          cite: { document: '', place: '', certainty: 'verified' },
        },
      }),
      'R26: the whole: its clock is not cited',
    ],
    [
      'a time that is none',
      withLast({ total: { ...(r26.total as Extract<Edition['total'], { length: number }>), length: 0 } }),
      'R26: the whole: 0 is no time',
    ],
    [
      'a last day told without a clock',
      withStep('hand_over', () => ({ tells: { vi: 'Trước {due}', en: 'By {due}' } })),
      'R26: step hand_over: it tells a last day and has no clock',
    ],
    [
      'words in one language only',
      withStep('hand_over', () => ({ name: { vi: 'Trả kết quả', en: '' } })),
      'R26: words are missing beside «Trả kết quả»',
    ],
    [
      'a fact that is never so',
      withLast({ papers: [{ ...r26.papers[0]!, when: { kind: 'is', fact: 'household', among: ['rich'] } }] }),
      'R26: household is never rich',
    ],
    [
      'a question nobody asks',
      withLast({
        papers: [{ ...r26.papers[0]!, when: { kind: 'answered', question: 'move', among: ['away'] } }],
      }),
      'R26: nobody asks move',
    ],
    [
      'an open question there is not',
      withLast({ open: ['PROC-PAUSE', 'PROC-NONE'] }),
      'R26: there is no open question PROC-NONE',
    ],
    [
      'steps longer than the whole',
      withStep('verify', ({ actions }) => ({ actions, clock: { ...r26.total, length: 8 } })),
      'R26: its steps take 8 working days, the whole 7',
    ],
    [
      'a posting that does not keep HIV out',
      { ...allowance, editions: [{ ...r21, posting: { ...r21.posting!, never: [] } }, r25, r26] },
      'R21: HIV is not kept from the posting',
    ],
  ] as const)('%s', ([, procedure, fault]) => {
    expect(faultsOfProcedure(procedure as Procedure)).toContain(`procedure monthly_allowance: ${fault}`)
  })
})

test('a program with such a procedure does not start', () => {
  const allowance = named('monthly_allowance')
  const [first, ...later] = allowance.editions
  const broken: Procedure = {
    ...allowance,
    editions: [{ ...first, until: civilDate('2025-06-30') }, ...later],
  }
  expect(() => assertSoundProcedures([broken])).toThrow(
    'procedure monthly_allowance: there is a gap between R21 and R25',
  )
  expect(() => assertSoundProcedures(procedures)).not.toThrow()
})

describe('a file and a change of the law', () => {
  test('received before 5 October 2026 and undecided it keeps ten working days and its forms (TRN-02, G-PROC-2)', () => {
    const day = civilDate('2026-10-02')
    const { edition } = editionOfFile(named('monthly_allowance'), { receivedOn: day, completeOn: day })!
    expect(edition).toMatchObject({ regime: 'R25', total: { length: 10 } })
    expect(edition.forms.map(({ number }) => number)).toContain('1đ')
    expect(isInTransition(edition, civilDate('2026-10-04'))).toBe(false)
    expect(isInTransition(edition, civilDate('2026-10-05'))).toBe(true)
  })

  test('received before and complete after, it has seven days, and its old form stays good', () => {
    const found = editionOfFile(named('monthly_allowance'), {
      receivedOn: civilDate('2026-10-02'),
      completeOn: civilDate('2026-10-08'),
    })!
    expect(found.edition).toMatchObject({ regime: 'R26', total: { length: 7 } })
    expect(found.formsOf.regime).toBe('R25')
  })

  test('before July 2021 nothing is known', () => {
    expect(editionOn(named('monthly_allowance'), civilDate('2021-06-30'))).toBeUndefined()
  })

  test('the district chair signs until June 2025 and the commune chair from July, also an older file (TRN-04)', () => {
    const signs = (day: string) => competentOn(named('monthly_allowance'), civilDate(day)).by
    expect(signs('2025-06-30')).toBe('district_chair')
    expect(signs('2025-07-01')).toBe('commune_chair')
  })

  test('what lay with the district came to the commune, which looks at it before it is signed', () => {
    const edition = on('monthly_allowance', '2025-06-20')
    expect(stepOn(edition, 'appraise', civilDate('2025-06-30')).id).toBe('appraise')
    expect(stepOn(edition, 'appraise', civilDate('2025-07-01'))).toMatchObject({
      id: 'take_over',
      by: 'commune_officer',
    })
    const ways = waysThrough(edition, civilDate('2025-06-27'))
    expect(
      ways.some((way) => way.some(({ step }) => step.id === 'take_over') && way.at(-1)!.step.id === 'done'),
    ).toBe(true)
  })

  test('hurt away from home, the district of the treatment decided until June 2025', () => {
    const facts: AskedFacts = { on: civilDate('2024-09-09'), answers: { relief: 'injury_away' } }
    const relief = named('emergency_relief')
    expect(competentOn(relief, civilDate('2024-09-09'), facts).by).toBe('district_chair')
    expect(competentOn(relief, civilDate('2024-09-09')).by).toBe('commune_chair')
    expect(competentOn(relief, civilDate('2025-07-01'), facts).by).toBe('commune_chair')
  })
})

describe('the times of the dossier', () => {
  test.for([
    [
      'T-MSA-21',
      'monthly_allowance',
      '2024-01-02',
      ['review 7', 'posting 2', 'objection 10', 'forward 3', 'appraise 7', 'decide 3'],
      20,
    ],
    ['T-MSA-25', 'monthly_allowance', '2025-07-01', [], 10],
    ['T-MSA-26', 'monthly_allowance', '2026-10-05', [], 7],
    ['T-SP-25', 'social_pension', '2026-10-04', [], 10],
    ['T-SP-26', 'social_pension', '2026-10-05', [], 7],
    ['T-FUN-21', 'funeral_support', '2024-01-02', ['verify 2', 'decide 3'], 5],
    ['T-FUN-25SP', 'funeral_support', '2026-10-04', [], 3],
    ['T-FUN-26', 'funeral_support', '2026-10-05', [], 3],
    ['T-EMG-1, 2', 'emergency_relief', '2024-01-02', [], 2],
    ['T-EMG-3', 'emergency_death', '2024-01-02', ['decide 3'], undefined],
    ['T-CAREE-21', 'temporary_care', '2024-01-02', ['verify 2', 'decide 3', 'stay 3'], 5],
    [
      'T-FAC-21',
      'facility_admission',
      '2024-01-02',
      ['posting 7', 'review 10', 'appraise 7', 'district 3', 'department 7'],
      27,
    ],
    ['T-FAC-26', 'facility_admission', '2026-10-05', ['verify 3', 'decide 2'], 5],
    [
      'T-FAC-EM',
      'emergency_admission',
      '2026-10-05',
      ['announcement 25', 'complete_file 10', 'stay 3'],
      undefined,
    ],
    ['T-FAC-STOP', 'facility_discharge', '2024-01-02', [], 7],
    [
      'T-DIS-1..5',
      'disability_degree',
      '2026-03-02',
      ['withdrawal 5', 'assess 20', 'certify 5', 'objection 5', 'replace 5'],
      25,
    ],
    [
      'T-MOVE-21',
      'residence_transfer',
      '2024-01-02',
      ['near 3', 'near_office 3', 'verify 3', 'decide 5'],
      undefined,
    ],
    ['T-SUS-STOP', 'suspension', '2026-10-05', ['refusal 3'], undefined],
  ] as const)('%s', ([, id, day, clocks, whole]) => {
    const edition = on(id, day)
    const told = clocksOf(edition)
      .filter(([of]) => of !== 'the whole')
      .map(([of, { length }]) => `${of} ${length}`)
    expect(told).toEqual(clocks)
    expect('length' in edition.total ? edition.total.length : undefined).toBe(whole)
  })

  test('the time for a decision is the one the law states beside the month where money starts', () => {
    for (const { id, workingDays } of law.procedures.filter((one) => one.id !== 'R13')) {
      const edition = named('monthly_allowance').editions.find(({ regime }) => regime === id)!
      expect(edition.total).toMatchObject({ length: workingDays, unit: 'working_days' })
    }
  })

  test('G-DIS-1: the file of Monday 2 March 2026 is concluded by Monday 30 March', () => {
    const assess = on('disability_degree', '2026-03-02').steps.find(({ id }) => id === 'assess')!
    expect(disabilityClock.workingDays).toBe(20)
    expect(dueOf(assess, '2026-03-02')).toBe('2026-03-30')
  })

  test('over Tết the thirty days of the Law end before the twenty working days of the circular (C24)', () => {
    const assess = on('disability_degree', '2026-02-02').steps.find(({ id }) => id === 'assess')!
    expect(dueOf(assess, '2026-02-02')).toBe('2026-03-04')
  })

  test('G-DIS-2: four of seven members are no quorum, five are', () => {
    const [council] = on('disability_degree', '2026-03-02').councils!
    expect([hasQuorum(council!, 7, 4), hasQuorum(council!, 7, 5)]).toEqual([false, true])
  })

  test('G-DIS-3: three votes to three, the president’s side', () => {
    expect(concludes({ for: 3, against: 3 }, 'against')).toBe('against')
    expect(concludes({ for: 4, against: 3 }, 'against')).toBe('for')
  })

  test('G-FAC-4: admitted on 10 January 2026, looked at again by 10 April', () => {
    const stay = on('emergency_admission', '2026-01-10').steps.find(({ id }) => id === 'stay')!
    expect(dueOf(stay, '2026-01-10')).toBe('2026-04-10')
  })

  test('G-PROC-11: no posting shows anything about HIV', () => {
    for (const { edition } of everyEdition.filter(({ edition: { posting } }) => posting)) {
      expect(edition.posting!.shows.map(({ vi }) => vi).join()).not.toMatch(/HIV|khoản/i)
      expect(edition.posting!.never.map(({ vi }) => vi).join()).toMatch(/HIV/)
    }
  })
})

test('every open question about procedures is one some procedure rests on', () => {
  const used = new Set(everyEdition.flatMap(({ edition }) => edition.open))
  const general = ['PROC-INCOMPLETE']
  const asked = openQuestions.map(({ number }) => number).filter((number) => number.startsWith('PROC-'))
  // PROC-9 asks about money after a suspension, not about a procedure.
  expect(asked.filter((number) => !used.has(number) && ![...general, 'PROC-9'].includes(number))).toEqual([])
})

function dueOf(step: Step, day: string): CivilDate {
  if (!isWaiting(step) || !('length' in step.clock)) throw new Error(`${step.id} has no clock`)
  return dueDay(calendar, { clock: step.clock, startedAt: civilDate(day) }, civilDate(day))
}

type Passed = {
  readonly step: Step
  readonly day: CivilDate
  readonly completeOn: CivilDate | undefined
  readonly entered: ReadonlySet<string>
  readonly by?: { readonly from: string; readonly action: Action }
}

const walked = new Map<string, readonly (readonly Passed[])[]>()

/** Every way from the beginning to an end that takes no action twice, a day for each. */
function waysThrough(edition: Edition, from: CivilDate = edition.from): readonly (readonly Passed[])[] {
  const key = `${everyEdition.find((one) => one.edition === edition)?.name} ${from}`
  const known = walked.get(key) ?? walkThrough(edition, from)
  walked.set(key, known)
  return known
}

function walkThrough(edition: Edition, from: CivilDate): readonly (readonly Passed[])[] {
  const [first] = edition.steps
  const ways: Passed[][] = []
  const walk = (way: readonly Passed[], taken: ReadonlySet<string>): void => {
    const here = way.at(-1)!
    if (!isWaiting(here.step)) {
      ways.push([...way])
      return
    }
    const nameOf = ({ id }: Action) => `${here.step.id}.${id}`
    const fresh = here.step.actions.filter((action) => !taken.has(nameOf(action)))
    // What was sent back is proposed once more where the step leads nowhere else.
    for (const action of fresh.length > 0 ? fresh : here.step.actions.filter(({ proposes }) => proposes)) {
      const name = nameOf(action)
      const day = addDays(here.day, 1)
      const step = stepOn(edition, action.to, day)
      const completeOn = action.clock === 'completes' ? here.day : here.completeOn
      const entered = new Set([...here.entered, step.id])
      walk(
        [...way, { step, day, completeOn, entered, by: { from: here.step.id, action } }],
        new Set([...taken, name]),
      )
    }
  }
  walk([{ step: first, day: from, completeOn: undefined, entered: new Set([first.id]) }], new Set())
  return ways
}
