import { ageOn, addYears, CivilDate } from '#kernel/civil-date'
import { answerOf, findPlaces, whetherDifficult, type Place } from '../domain/places.ts'
import { unknown, type Answer, type Answers, type Question } from '../domain/question.ts'
import type { Messages } from './messages.vi.ts'

/** What was sent or typed, whoever reads it: the server without JavaScript, the phone with it. */
export type Fields = {
  readonly get: (name: string) => unknown
  readonly getAll: (name: string) => readonly unknown[]
}

type Around = { readonly today: CivilDate; readonly places: readonly Place[]; readonly answers: Answers }

/** The answer a form gives, or what is wrong with it and at which field. */
export type ReadAnswer =
  | { readonly answer: Answer }
  | { readonly error: (t: Messages) => string; readonly field: string; readonly found?: readonly Place[] }

const text = (fields: Fields, name: string): string => {
  const value = fields.get(name)
  return typeof value === 'string' ? value.normalize('NFC').trim() : ''
}
const numeral = (typed: string) => (/^\d{1,4}$/.test(typed) ? Number(typed) : undefined)
const notChosen = { error: (t: Messages) => t.screener.notChosen, field: 'answer' }

export function readAnswer(question: Question, fields: Fields, around: Around): ReadAnswer {
  const chosen = fields.getAll('answer').filter((value) => typeof value === 'string')
  switch (question.kind) {
    case 'one':
      return ofOne(question, chosen)
    case 'many':
      return ofMany(question, chosen)
    case 'birth':
      return ofBirth(fields, around.today)
    case 'place':
      return ofPlace(fields, chosen, around)
    case 'village':
      return ofVillage(fields, chosen, around)
    case 'count': {
      if (chosen.includes(unknown)) return { answer: [unknown] }
      const count = countIn(text(fields, 'count'))
      return count ? { answer: [String(count)] } : { error: (t) => t.screener.noCount, field: 'count' }
    }
    case 'persons': {
      const [reason] = chosen
      if (!isOption(question, reason)) return notChosen
      if (reason === unknown) return { answer: [unknown] }
      const count = countIn(text(fields, 'count'))
      return count
        ? { answer: [reason, String(count)] }
        : { error: (t) => t.screener.noCount, field: 'count' }
    }
  }
}

function countIn(typed: string) {
  const count = numeral(typed)
  return count !== undefined && count >= 1 && count <= 20 ? count : undefined
}

function isOption({ options, also }: Question, id: string | undefined): id is string {
  return id === unknown || options.some((option) => option.id === id) || (id !== undefined && also?.id === id)
}

function ofOne(question: Question, chosen: readonly string[]): ReadAnswer {
  const [main] = chosen.filter((id) => id !== question.also?.id && isOption(question, id))
  if (main === undefined) return question.isOptional ? { answer: [unknown] } : notChosen
  const also = question.also && chosen.includes(question.also.id) ? [question.also.id] : []
  return { answer: [main, ...also] }
}

/** «Không có chuyện nào» and «Tôi không biết» stand alone: beside a box that is ticked they were left over. */
function ofMany(question: Question, chosen: readonly string[]): ReadAnswer {
  const known = chosen.filter((id) => isOption(question, id))
  const positive = known.filter((id) => id !== question.none && id !== unknown)
  if (positive.length > 0) return { answer: positive }
  if (known.length > 0) return { answer: [known[0]!] }
  return question.isOptional && question.none ? { answer: [question.none] } : notChosen
}

function ofBirth(fields: Fields, today: CivilDate): ReadAnswer {
  const only = text(fields, 'only')
  const year = numeral(text(fields, 'year'))
  if (only === 'age') {
    const age = numeral(text(fields, 'age'))
    return age !== undefined && age <= 125
      ? { answer: [`~${age}`] }
      : { error: (t) => t.screener.noAge, field: 'age' }
  }
  if (year === undefined || year < 1000) return { error: (t) => t.screener.noYear, field: 'year' }
  const [day, month] = [numeral(text(fields, 'day')), numeral(text(fields, 'month'))]
  const isYearOnly = only === 'year' && (day === undefined || month === undefined)
  const parsed = CivilDate.safeParse(
    isYearOnly
      ? `${year}-01-01`
      : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  )
  if (!parsed.success) return { error: (t) => t.screener.noSuchDay, field: 'day' }
  if (parsed.data > today) return { error: (t) => t.screener.future(year - 100), field: 'year' }
  if (ageOn(parsed.data, today) > 125 || parsed.data < addYears(today, -126))
    return { error: (t) => t.screener.tooOld, field: 'year' }
  return { answer: [isYearOnly ? String(year) : parsed.data] }
}

function ofPlace(fields: Fields, chosen: readonly string[], { places }: Around): ReadAnswer {
  const [id] = chosen
  if (id === unknown) return { answer: [unknown] }
  const place = places.find((one) => String(one.id) === id)
  if (place) return { answer: answerOf(place) }
  const typed = text(fields, 'place')
  const found = findPlaces(places, typed)
  if (typed === '') return { ...notChosen, field: 'place' }
  if (found.length === 1) return { answer: answerOf(found[0]!) }
  return {
    error: (t) => (found.length > 0 ? t.screener.placeFound(found.length) : t.screener.placeNone),
    field: 'place',
    found,
  }
}

function ofVillage(fields: Fields, chosen: readonly string[], { places, answers }: Around): ReadAnswer {
  if (chosen.includes(unknown)) return { answer: [unknown] }
  const village = text(fields, 'village')
  if (village === '') return { ...notChosen, field: 'village' }
  const id = answers.get('place')?.[1]
  const place = places.find((one) => String(one.id) === id)
  return { answer: [village, whetherDifficult(place, village)] }
}
