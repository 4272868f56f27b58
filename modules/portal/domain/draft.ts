import { ageOn, CivilDate } from '#kernel/civil-date'
import { isPersonalName } from '#modules/applications/engine'
import { looksLikeEmail } from './email.ts'
import { looksLikePhone } from './phone.ts'
import { nameFieldOf, papersSent, type Photos } from './photo.ts'

/** What somebody has written of an application so far: fields by name, and the parts they have finished. */
export type Draft = {
  readonly procedure: string
  readonly values: Readonly<Record<string, string>>
  readonly done: readonly Section[]
  readonly photos: Photos
}

export const sections = ['person', 'applicant', 'questions', 'payment', 'papers'] as const
export type Section = (typeof sections)[number]

/** A field of a part that is not as it has to be. */
export type Fault = {
  readonly field: string
  readonly why: 'needed' | 'no_such_day' | 'in_future' | 'number' | 'email' | 'phone' | 'name'
}

type Question = { readonly id: string }

/** The parts of a procedure: without questions of its own there is none about them. */
export function sectionsOf(questions: readonly Question[]): readonly Section[] {
  return sections.filter((section) => section !== 'questions' || questions.length > 0)
}

/** What is wrong with a part, field by field in the order of the page. */
export function faultsIn(
  section: Section,
  { values, questions, today }: Pick<Draft, 'values'> & { questions: readonly Question[]; today: CivilDate },
): readonly Fault[] {
  const need = (...fields: string[]): Fault[] =>
    fields.filter((field) => !values[field]?.trim()).map((field) => ({ field, why: 'needed' }))
  switch (section) {
    case 'person':
      return [
        ...nameFaults(values, 'fullName'),
        ...birthFaults(values, today),
        ...need('sex', 'areaId'),
        ...numberFaults(values, 'number'),
        ...phoneFaults(values, 'phone'),
        ...emailFaults(values, 'email'),
      ]
    case 'applicant':
      return [
        ...need('forWhom'),
        ...(values['forWhom'] === 'other'
          ? [
              ...(values['relation'] === 'organisation'
                ? need('applicantName')
                : nameFaults(values, 'applicantName')),
              ...need('relation'),
              ...numberFaults(values, 'applicantNumber'),
              ...phoneFaults(values, 'applicantPhone'),
              ...emailFaults(values, 'applicantEmail'),
            ]
          : []),
      ]
    case 'questions':
      return need(...questions.map(({ id }) => `q.${id}`))
    case 'payment':
      return [
        ...(values['forWhom'] === 'other' ? need('receiver') : []),
        ...need('method'),
        ...(values['method'] === 'account' ? need('bank', 'account', 'holder') : []),
      ]
    case 'papers':
      return []
  }
}

function nameFaults(values: Draft['values'], field: string): Fault[] {
  const name = values[field]?.trim()
  if (!name) return [{ field, why: 'needed' }]
  return isPersonalName(name) ? [] : [{ field, why: 'name' }]
}

function numberFaults(values: Draft['values'], field: string): Fault[] {
  const number = values[field]?.replaceAll(' ', '')
  return number && !/^\d{12}$/.test(number) ? [{ field, why: 'number' }] : []
}

function phoneFaults(values: Draft['values'], field: string): Fault[] {
  const phone = values[field]?.trim()
  return phone && !looksLikePhone(phone) ? [{ field, why: 'phone' }] : []
}

/** Only what could be no address at all: whether it is somebody’s is known once something was sent. */
function emailFaults(values: Draft['values'], field: string): Fault[] {
  const email = values[field]?.trim()
  return email && !looksLikeEmail(email) ? [{ field, why: 'email' }] : []
}

function birthFaults(values: Draft['values'], today: CivilDate): Fault[] {
  if (!values['year']) return [{ field: 'year', why: 'needed' }]
  const born = bornOf(values)
  if (!born || ageOn(born, today) > 125) return [{ field: 'day', why: 'no_such_day' }]
  return born > today ? [{ field: 'year', why: 'in_future' }] : []
}

/** The day of birth; of whom only the year is known, the first of it. */
export function bornOf({ day, month, year }: Draft['values']): CivilDate | undefined {
  const padded = (text: string) => text.padStart(2, '0')
  const text = isYearOnly({ day, month })
    ? `${year}-01-01`
    : `${year}-${padded(month ?? '')}-${padded(day ?? '')}`
  const parsed = CivilDate.safeParse(text)
  return parsed.success ? parsed.data : undefined
}

function isYearOnly({ day, month }: { day?: string | undefined; month?: string | undefined }) {
  return !day && !month
}

/** The birth as one types it to look the file up again. */
export function birthKeyOf(values: Draft['values']): string {
  const born = bornOf(values) ?? ''
  return isYearOnly(values) ? born.slice(0, 4) : born
}

/** The application as the operation wants it, but for the proof that no machine sends it. */
export function submissionOf({ procedure, values, photos }: Draft, questions: readonly Question[]) {
  const told = (field: string) => values[field]?.trim() || null
  const isOther = values['forWhom'] === 'other'
  return {
    procedure,
    areaId: Number(values['areaId']),
    subject: {
      fullName: told('fullName'),
      sex: told('sex'),
      born: bornOf(values),
      bornPrecision: isYearOnly(values) ? 'year' : 'day',
      number: told('number')?.replaceAll(' ', '') ?? null,
      phone: told('phone'),
      email: told('email'),
      village: told('village'),
      address: told('address'),
    },
    applicant: isOther
      ? {
          fullName: told('applicantName'),
          relation: told('relation'),
          phone: told('applicantPhone'),
          email: told('applicantEmail'),
          number: told('applicantNumber')?.replaceAll(' ', '') ?? null,
        }
      : null,
    asked: {
      answers: Object.fromEntries(questions.map(({ id }) => [id, told(`q.${id}`)] as const)),
    },
    payment: {
      method: told('method'),
      receiver: isOther && values['receiver'] === 'applicant' ? 'applicant' : 'person',
      ...(values['method'] === 'account' && {
        bank: told('bank'),
        account: told('account'),
        holder: told('holder'),
      }),
    },
    papers: papersSent(photos).map((paper) => ({
      ...paper,
      note: told(nameFieldOf(paper.kind))?.slice(0, 300) ?? null,
    })),
  }
}
