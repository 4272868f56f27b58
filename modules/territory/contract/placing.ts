import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { PersonId } from '#modules/people/contract'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { Unit } from './shared.ts'

export const mapFigures = endpoint({
  method: 'GET',
  path: '/territory/map/{id}',
  summary:
    'How many people of the register there are in each commune of a day, in the actor’s units; few are not told',
  permission: 'geography.read',
  input: z.object({ id: z.int(), on: CivilDate.optional() }),
  output: z.array(z.object({ id: z.int(), people: z.int().nullable() })),
})

const ToPlace = z.object({
  personId: PersonId,
  fullName: z.string(),
  unit: Unit,
  parts: z.array(Unit),
})
export type ToPlace = z.infer<typeof ToPlace>

export const listToPlace = endpoint({
  method: 'GET',
  path: '/territory/to-place',
  summary: 'People of a divided unit whose village nobody knows, in the actor’s units',
  permission: 'territory.place',
  audit: 'territory.to_place_read',
  input: z.object({}),
  output: z.array(ToPlace),
})

export const placePerson = endpoint({
  method: 'POST',
  path: '/territory/to-place/{personId}',
  summary: 'Say which part of a divided unit somebody lives in, and in which village; it is no move',
  permission: 'territory.place',
  audit: 'territory.person_placed',
  input: z.object({
    personId: PersonId,
    areaId: z.int(),
    village: z.string().trim().min(1).max(120).nullable(),
  }),
  output: z.void(),
  problems: problems.of('person_not_to_place', 'unit_not_a_part'),
})
