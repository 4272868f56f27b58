import { z } from 'zod'
import { Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { components } from '#modules/entitlement/contract'
import { PersonId } from '#modules/people/contract'
import { endpoint } from '#platform/contract/endpoint'
import { JobId } from '#platform/contract/jobs'

export const Who = z.object({ id: PersonId, fullName: z.string().nullable() })

/** The first and the last month the law was asked about. */
export const Looked = z.object({ from: Month, through: Month })

/** Months in which somebody is given otherwise («từ tháng …: 810.000 → 1.080.000 đ»). */
export const Effect = z.object({
  person: Who,
  component: z.enum(components),
  from: Month,
  through: Month.nullable(),
  before: Dong,
  after: Dong,
  isAwarded: z.boolean(),
})
export type Effect = z.infer<typeof Effect>

/** What the next list of payment will make good of earlier months, or find paid above the right, for this change. */
export const Settlement = z.object({
  person: Who,
  kind: z.enum(['arrears', 'overpaid']),
  from: Month,
  through: Month,
  /** Below zero where it would have come, and does so no more. */
  amount: Dong,
})
export type Settlement = z.infer<typeof Settlement>

export const effectsAtOnce = 50

/** What taking the ready rows of a list in would come to: counted by a job, for all of them. */
export const ImportEffects = z.object({
  /** The count that is going on, or was cut off. */
  jobId: JobId.nullable(),
  /** How many rows are ready now. */
  ready: z.int(),
  counted: z
    .object({
      at: Instant,
      /** How many rows were ready then; where that is another number, the list has changed. */
      rows: z.int(),
      /** Whom the register knows of those who are on the list. */
      people: z.int(),
      looked: Looked,
      /** Of those who are given something by a decision: for good, from some month on. */
      lasting: z.object({ people: z.int(), rises: Dong, falls: Dong, begin: z.int(), end: z.int() }),
      /** How many stretches of months are told in all. */
      total: z.int(),
    })
    .nullable(),
  page: z.int(),
  effects: z.array(Effect),
})
export type ImportEffects = z.infer<typeof ImportEffects>

const importProblems = { 'people.import_not_found': { status: 404 as const } }

export const getImportEffects = endpoint({
  method: 'GET',
  path: '/people/imports/{id}/effects',
  summary: 'What taking the ready rows of a list in would come to by the law, as it was last counted',
  permission: 'people.import',
  audit: 'changes.import_effects_read',
  input: z.object({ id: z.uuid(), page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  output: ImportEffects,
  problems: importProblems,
})

export const countImportEffects = endpoint({
  method: 'POST',
  path: '/people/imports/{id}/effects',
  summary:
    'Count what taking the ready rows of a list in would come to; nothing of it is kept in the register',
  permission: 'people.import',
  audit: 'changes.import_effects_counted',
  input: z.object({ id: z.uuid() }),
  output: z.object({ jobId: JobId }),
  problems: importProblems,
})
