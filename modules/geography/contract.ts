import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { outlineFindings } from './domain/boundaries/finding-codes.ts'
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
  problems: problems.of('calendar_year_unknown'),
})

export { refused, ReformFinding, ReformRow, type FindingCode } from './domain/reform/reform-row.ts'

export const MapView = z.object({
  area: z.object({ id: z.int(), name: z.string() }),
  on: CivilDate,
  /** Since when there were how many communes on this land; the first without a day. */
  days: z.array(z.object({ from: CivilDate.nullable(), communes: z.int() })),
  /** Of the drawing; zero where nobody has imported outlines. */
  width: z.number(),
  height: z.number(),
  sources: z.array(z.string()),
  isSchematic: z.boolean(),
  units: z.array(
    z.object({
      id: z.int(),
      code: z.string(),
      name: z.string(),
      within: z.string().nullable(),
      /** As SVG draws it; null where there is no outline. */
      path: z.string().nullable(),
      /** Put together from the communes it came from. */
      isDerived: z.boolean(),
      cell: z.object({ row: z.int(), column: z.int() }).nullable(),
    }),
  ),
})
export type MapView = z.infer<typeof MapView>

export const getMap = endpoint({
  method: 'GET',
  path: '/areas/{id}/map',
  summary: 'The communes of a day on the land of a unit, with outlines where they were imported',
  permission: 'geography.read',
  input: z.object({ id: z.int(), on: CivilDate.optional() }),
  output: MapView,
  problems: problems.of('area_not_found'),
})

const Named = z.object({ place: z.int(), name: z.string() })

export const BoundaryReport = z.object({
  outlines: z.int(),
  properties: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  /** The property taken for the code; null where none names communes of the day. */
  codeProperty: z.string().nullable(),
  sound: z.int(),
  kept: z.int(),
  findings: z.array(
    z.object({
      place: z.int(),
      name: z.string(),
      code: z.enum(outlineFindings),
      level: z.enum(['refused', 'repaired', 'note']),
      detail: z.string().nullable(),
    }),
  ),
  overlaps: z.array(z.object({ one: Named, other: Named, km2: z.number(), share: z.number() })),
  gaps: z.array(
    z.object({ at: z.tuple([z.number(), z.number()]), km2: z.number(), between: z.array(Named) }),
  ),
  missing: z.object({ count: z.int(), first: z.array(z.string()) }),
})
export type BoundaryReport = z.infer<typeof BoundaryReport>

/** A file of outlines, without the day they are of. */
export const OutlineFile = z.object({
  file: z.file(),
  codeProperty: z.string().max(100).optional(),
  source: z.string().trim().min(1).max(200),
  note: z.string().trim().max(500).optional(),
  isSchematic: z.stringbool().default(false),
  isKept: z.stringbool().default(false),
})

export const outlineFileProblems = problems.of(
  'map_not_a_map',
  'map_no_features',
  'map_no_geometry_file',
  'map_wrong_reference',
  'map_unpacks_too_large',
  'map_too_detailed',
  'no_sound_outline',
)

export const importBoundaries = endpoint({
  method: 'POST',
  path: '/areas/boundaries',
  summary:
    'Look at a file of outlines (GeoJSON, TopoJSON, zipped Shapefile) and keep those that are sound where asked',
  permission: 'territory.administer',
  audit: 'geography.boundaries_sent',
  input: OutlineFile.extend({ on: CivilDate }),
  output: BoundaryReport,
  problems: outlineFileProblems,
})
