import { z } from 'zod'
import { addYears, CivilDate, lastDayOf } from '#kernel/civil-date'
import { formatDay, formatMonth } from '#ui/format'
import { eventNumbers } from '../../domain/event-facts.ts'
import { fieldsOf } from '../../domain/event-fields.ts'
import { isOfOne } from '../../domain/household-case.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { horizon, law } from '../../law/index.ts'
import type { LawMessages } from './messages.vi.ts'
import { determineTried } from './tried.ts'
import { triedOf, type Values } from './try-values.ts'

const youngestParent = 10

/** What is missing, then what cannot be: each said at the field it stands in. */
export function schemaOf(
  { tried: t }: LawMessages,
  { language, today }: { language: 'vi' | 'en'; today: CivilDate },
): z.ZodType<Values, Values> {
  return z.custom<Values>().superRefine((values, ctx) => {
    const refusals = [...missingIn(values, t), ...unlikelyIn(values, t, today)]
    const impossible = refusals.length === 0 ? determineTried(triedOf(values, today), today) : undefined
    if (impossible && 'refusals' in impossible)
      for (const refusal of impossible.refusals)
        refusals.push([fieldOf(refusal.path), saidOf(refusal, language)])
    for (const [field, message] of refusals) ctx.addIssue({ code: 'custom', path: [field], message })
  })
}

/** A field and what is said of it; where it is empty every form has the same words. */
type Said = readonly [field: string, message: string]

function missingIn({ month, persons, events }: Values, t: LawMessages['tried']): Said[] {
  return [
    ...(month ? [] : [['month', ''] as const]),
    ...persons.flatMap(({ birth, children }, place): Said[] => [
      ...(birth ? [] : [[`persons.${place}.birth`, ''] as const]),
      ...children.flatMap(({ born }, child) =>
        born === null ? [[`persons.${place}.children.${child}.born`, ''] as const] : [],
      ),
    ]),
    ...events.flatMap((event, place): Said[] => {
      const { kind, who } = event
      if (!kind) return [[`events.${place}.kind`, '']]
      const fields = fieldsOf(kind)
      const needed = (['on', ...(fields.includes('through') ? ['through'] : [])] as const).filter(
        (field) => event[field as 'on' | 'through'] === null,
      )
      return [
        ...needed.map((field) => [`events.${place}.${field}`, ''] as const),
        ...(isOfOne({ kind }) && persons.length > 1 && !persons.some(({ key }) => String(key) === who)
          ? [[`events.${place}.who`, ''] as const]
          : []),
        ...eventNumbers.flatMap((number): Said[] => {
          if (!fields.includes(number)) return []
          const text = event[number].trim()
          if (text === '' && number !== 'treatmentDays') return []
          return /^\d{1,4}$/.test(text) ? [] : [[`events.${place}.${number}`, text && t.notACount]]
        }),
        ...(kind === 'spending' && event.cost === null ? [[`events.${place}.cost`, ''] as const] : []),
      ]
    }),
  ]
}

/** What the law would take and nobody means. */
function unlikelyIn(
  { month, knownOn, persons, events }: Values,
  t: LawMessages['tried'],
  today: CivilDate,
): Said[] {
  const [{ from }] = law.regimes
  const lastKnown = month && lastDayOf(month) > today ? lastDayOf(month) : today
  return [
    ...(knownOn && knownOn > lastKnown ? [['knownOn', t.knownAhead(formatDay(lastKnown))] as const] : []),
    ...(month && month < from ? [['month', t.monthTooEarly] as const] : []),
    ...(month && month > horizon ? [['month', t.monthTooLate(formatMonth(horizon))] as const] : []),
    ...persons.flatMap(({ birth, children }, place): Said[] => {
      if (!birth) return []
      return [
        ...(month && birth.date > lastDayOf(month) && events.length === 0
          ? [[`persons.${place}.birth`, t.bornLater] as const]
          : []),
        ...children.flatMap(({ born }, child) =>
          born !== null && born < addYears(birth.date, youngestParent)
            ? [[`persons.${place}.children.${child}.born`, t.childTooOld] as const]
            : [],
        ),
      ]
    }),
  ]
}

/** The field of the form behind a path of the case that was refused. */
function fieldOf(path: string): string {
  const [list, place, ...within] = path.split('.')
  if (list === 'events' || list === 'month' || list === 'knownOn') return path
  // Of a household of one the path names no member.
  const [whose, told] = list === 'members' ? [place, within] : ['0', path.split('.')]
  const [name, ...inner] = told[0] === 'facts' ? told.slice(1) : told
  return ['persons', whose, name === 'born' ? 'birth' : name, ...inner].join('.')
}

/** A refusal as a sentence, its days as they are written here. */
export function saidOf(refusal: Refusal, language: 'vi' | 'en'): string {
  const said = refusal[language]
    .replaceAll(/\d{4}-\d{2}-\d{2}/g, (day) => formatDay(CivilDate.parse(day)))
    .replaceAll(/\b(\d{4})-(\d{2})\b/g, '$2/$1')
  return `${said.charAt(0).toLocaleUpperCase('vi')}${said.slice(1)}.`
}
