import { describe, expect, test } from 'vitest'
import { civilDate, instant } from '#kernel/civil-date'
import { calendarOf, publicHolidays } from '#modules/geography'
import { dueDay } from './clock.ts'
import { editionOn, isWaiting } from './edition.ts'
import { actionsOn, planMove, soleCompletion, type Way } from './plan.ts'
import type { Procedure } from './procedure.ts'
import { disabilityDegree } from './procedures/disability-degree.ts'
import { emergencyRelief } from './procedures/emergency-relief.ts'
import { facilityAdmission } from './procedures/facility-admission.ts'
import { faultsOfProcedure } from './soundness.ts'

const today = civilDate('2026-11-23')
const at = (procedure: Procedure, answers?: Record<string, string>): Way => ({
  step: editionOn(procedure, today)!.steps[0].id,
  receivedAt: instant('2026-11-23T02:00:00Z'),
  completeOn: null,
  stepSince: instant('2026-11-23T02:00:00Z'),
  decidedOn: null,
  pauses: [],
  entered: new Set(),
  ...(answers && { facts: { on: today, answers } }),
})
const offered = (procedure: Procedure, answers?: Record<string, string>) =>
  actionsOn(editionOn(procedure, today)!, at(procedure, answers), today).map(({ id }) => id)

describe('an action for some files alone', () => {
  test.for([
    [disabilityDegree, { disability_request: 'replace' }, 'accept_replacement', 'accept'],
    [disabilityDegree, { disability_request: 'determine' }, 'accept', 'accept_replacement'],
    [facilityAdmission, { admission: 'voluntary' }, 'accept_contract', 'accept'],
    [facilityAdmission, { admission: 'state' }, 'accept', 'accept_contract'],
  ] as const)('%# is offered to those, and refused to the others', ([procedure, answers, yes, no]) => {
    expect(offered(procedure, answers)).toContain(yes)
    expect(offered(procedure, answers)).not.toContain(no)
    const move = (action: string) =>
      planMove(editionOn(procedure, today)!, at(procedure, answers), {
        action,
        now: instant('2026-11-23T03:00:00Z'),
      })
    expect(move(yes).action.id).toBe(yes)
    expect(() => move(no)).toThrow('action_not_possible')
  })

  test('is offered as long as nobody knows', () => {
    for (const known of [undefined, {}])
      expect(offered(disabilityDegree, known)).toEqual(
        expect.arrayContaining(['accept', 'accept_replacement']),
      )
  })
})

describe('a file with all its papers', () => {
  const sole = (procedure: Procedure, answers?: Record<string, string>) =>
    soleCompletion(editionOn(procedure, today)!, at(procedure, answers), today)?.id

  test('goes on by itself where one way leads on', () => {
    expect(sole(facilityAdmission, { admission: 'voluntary' })).toBe('accept_contract')
    expect(sole(facilityAdmission, { admission: 'state' })).toBe('accept')
  })

  test.for([emergencyRelief, disabilityDegree, facilityAdmission])(
    'waits for an officer where several do: $id',
    (procedure) => expect(sole(procedure)).toBeUndefined(),
  )
})

describe('a step with two times', () => {
  const edition = editionOn(disabilityDegree, today)!
  const assess = edition.steps.find(({ id }) => id === 'assess')!
  const clock = isWaiting(assess) && 'length' in assess.clock ? assess.clock : undefined

  test.for([
    ['G-DIS-1: twenty working days end first', '2026-03-02', '2026-03-30'],
    ['over Tết thirty days end first (C24)', '2026-02-10', '2026-03-12'],
  ] as const)('%s', ([, started, due]) => {
    const day = civilDate(started)
    expect(dueDay(calendarOf(publicHolidays), { clock: clock!, startedAt: day }, day)).toBe(due)
  })

  test.for([
    [{ length: 0, unit: 'calendar_days' }, '0 is no time'],
    [{ length: 30, unit: 'working_days' }, '30 working_days are no other time than 20 working_days'],
  ] as const)('that cannot be is refused: %#', ([other, fault]) => {
    const steps = edition.steps.map((step) =>
      step.id === 'assess' && isWaiting(step)
        ? { ...step, clock: { ...clock!, orBefore: { ...clock!.orBefore!, ...other } } }
        : step,
    ) as unknown as typeof edition.steps
    const changed: Procedure = { ...disabilityDegree, editions: [{ ...edition, steps }] }
    expect(faultsOfProcedure(changed).join()).toContain(fault)
  })
})
