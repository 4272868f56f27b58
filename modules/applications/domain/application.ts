import { z } from 'zod'
import { BirthPrecision, CivilDate } from '#kernel/civil-date'
import { isPersonalName } from './personal-name.ts'

const text = (longest: number) => z.string().trim().normalize('NFC').min(1).max(longest)

/** Whom a file is about, as they were written down («người được trợ giúp»). */
export const Subject = z.object({
  fullName: text(100),
  sex: z.enum(['female', 'male']).nullable().default(null),
  born: CivilDate,
  bornPrecision: BirthPrecision.default('day'),
  /** The personal number as written; nobody is turned away for having none. */
  number: text(30).nullable().default(null),
  phone: text(20).nullable().default(null),
  email: z.email().max(200).nullish(),
  village: text(100).nullable().default(null),
  address: text(200).nullable().default(null),
})
export type Subject = z.infer<typeof Subject>

/** The same as it is handed in: a number in the box of the name is no name. */
export const SubjectTold = Subject.extend({ fullName: text(100).refine(isPersonalName) })

/** Who asks for somebody else («người nộp thay»). */
export const Applicant = z.object({
  fullName: text(100),
  relation: z.enum([
    'parent',
    'child',
    'spouse',
    'relative',
    'carer',
    'guardian',
    'village_head',
    'organisation',
    'other',
  ]),
  phone: text(20).nullable().default(null),
  email: z.email().max(200).nullish(),
  number: text(30).nullable().default(null),
})
export type Applicant = z.infer<typeof Applicant>

/** How the person wants to be paid («hình thức nhận tiền»). */
export const Payment = z.object({
  method: z.enum(['account', 'cash']),
  bank: text(100).nullable().default(null),
  account: text(40).nullable().default(null),
  holder: text(100).nullable().default(null),
  /** Who is to receive it: the person, or whoever asks in their place («nhận thay»); an officer looks at whether they may. */
  receiver: z.enum(['person', 'applicant']).optional(),
})
export type Payment = z.infer<typeof Payment>

/** What the person says of themselves: facts of the law, of what happened, and answers to the procedure’s own questions. */
export const Asked = z.object({
  standing: z.record(z.string(), z.unknown()).default({}),
  event: z.record(z.string(), z.unknown()).default({}),
  answers: z.record(z.string(), z.string()).default({}),
})
export type Asked = z.infer<typeof Asked>
