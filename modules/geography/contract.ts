import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from './domain/problems.ts'

const AreaView = z.object({
  id: z.int(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  level: z.int(),
  parentId: z.int().nullable(),
  /** The units above, nearest first, without the country. */
  within: z.array(z.string()),
  from: CivilDate.nullable(),
  /** The first day it was no more; null while it lasts. */
  until: CivilDate.nullable(),
})
export type AreaView = z.infer<typeof AreaView>

/** A unit found, and what it is today when it has since been merged. */
const FoundArea = AreaView.extend({ today: z.object({ id: z.int(), name: z.string() }) })
export type FoundArea = z.infer<typeof FoundArea>

export const searchAreas = endpoint({
  method: 'GET',
  path: '/areas',
  summary: 'Find units of one’s own area by old or new name, with or without marks',
  permission: 'geography.read',
  input: z.object({
    q: z.string().trim().min(1).max(100),
    level: z.int().min(1).max(3).optional(),
    limit: z.int().min(1).max(50).default(20),
  }),
  output: z.array(FoundArea),
})

export const getArea = endpoint({
  method: 'GET',
  path: '/areas/{id}',
  summary: 'A unit, where it lies, and the units directly within it on a day',
  permission: 'geography.read',
  input: z.object({ id: z.int(), on: CivilDate.optional() }),
  output: z.object({ area: AreaView, path: z.array(AreaView), children: z.array(AreaView) }),
  problems: problems.of('area_not_found'),
})

export const listChildren = endpoint({
  method: 'GET',
  path: '/areas/{id}/children',
  summary: 'The units directly within a unit on a day',
  permission: 'geography.read',
  input: z.object({ id: z.int(), on: CivilDate.optional() }),
  output: z.array(AreaView),
  problems: problems.of('area_not_found'),
})

export const CalendarDayView = z.object({
  day: CivilDate,
  kind: z.enum(['holiday', 'substitute', 'worked']),
  name: z.string(),
  certain: z.boolean(),
})

export const getCalendar = endpoint({
  method: 'GET',
  path: '/calendar/{year}',
  summary: 'The days of a year that do not follow the week: holidays, days off instead, Saturdays worked',
  permission: 'geography.read',
  input: z.object({ year: z.int().min(2000).max(2100) }),
  output: z.object({ year: z.int(), days: z.array(CalendarDayView), workingDays: z.int() }),
})

export { refused, ReformFinding, ReformRow, type FindingCode } from './domain/reform/reform-row.ts'
