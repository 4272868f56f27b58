import { communesDecide } from './maker.ts'
import { hasOpenAward, laterOn, type Life } from './living.ts'
import { dayIn, monthAt, monthNumber } from './months.ts'
import type { Decision } from './register.ts'

const decree335 = monthNumber('2026-10')

const stopping = 'Chuyển sang trợ cấp hưu trí xã hội theo Nghị định 176/2025/NĐ-CP'
const granting = 'Chuyển từ điểm b, điểm c khoản 5 Điều 5 Nghị định 20/2021/NĐ-CP'

/** What the law of a month changes by itself, decided by list in each unit. */
export function changeLaw(life: Life, month: number) {
  if (month === communesDecide) becomeSocialPension(life, month)
  if (month === decree335) convertToDecree335(life, month)
}

/** Decree 176/2025: those paid for their age alone become social pensioners, without gap or application. */
function becomeSocialPension(life: Life, month: number) {
  const { register, random } = life
  const stops = byUnit(life, month, 'stop', stopping)
  const grants = byUnit(life, month, 'grant', granting)
  for (const { person, group } of life.members) {
    if (group !== 'aged80' || person.facts.has('disability')) continue
    const open = person.awards.find(
      (award) => award.benefit === 'monthly_allowance' && award.lastMonth === null,
    )
    if (!open) continue
    const home = person.residence.areaId
    const recordedAt = laterOn(dayIn(month, 3), random)
    // Whoever moved before has a paper of their own: a list holds people who stood alike.
    const hasMoved = person.awards.filter(({ benefit }) => benefit === 'monthly_allowance').length > 1
    const stop = hasMoved ? byUnit(life, month, 'stop', stopping)(home) : stops(home)
    const opened = hasMoved ? byUnit(life, month, 'grant', granting)(home) : grants(home)
    register.close({
      person,
      benefit: 'monthly_allowance',
      lastMonth: month - 1,
      decision: stop,
      reason: 'other',
      recordedAt,
    })
    register.grant({
      person,
      benefit: 'social_pension',
      rule: 'SP',
      payee: open.payee,
      areaId: stop.areaId,
      from: monthAt(month),
      opened,
      recordedAt,
    })
  }
}

/** Decree 335/2026: each commune reviews its list and moves everybody to the new level (khoản 3 Điều 32). */
function convertToDecree335(life: Life, month: number) {
  const { register, random } = life
  const lists = byUnit(
    life,
    month,
    'convert',
    'Chuyển mức hưởng theo khoản 3 Điều 32 Nghị định 335/2026/NĐ-CP',
  )
  const decided = new Set<Decision>()
  for (const { person } of life.members) if (hasOpenAward(person)) decided.add(lists(person.residence.areaId))
  for (const decision of decided)
    register.conversions.push({ decision, recordedAt: laterOn(decision.signedOn, random) })
}

/** One decision for each unit, made when its first person is met. */
function byUnit({ places, offices }: Life, month: number, kind: Decision['kind'], reason: string) {
  const made = new Map<number, Decision>()
  const signedOn = dayIn(month, kind === 'convert' ? 8 : 2)
  return (homeAreaId: number): Decision => {
    const unit = places.unitOn(homeAreaId, signedOn)
    const before = made.get(unit.id)
    if (before) return before
    const effective = kind === 'convert' ? monthAt(monthNumber('2026-07')) : monthAt(month)
    const decision = offices.decide({ kind, homeAreaId: unit.id, signedOn, effective, reason })
    made.set(unit.id, decision)
    return decision
  }
}
