/** Geography (địa giới): units by date, what became of them, classifications, the working-day calendar. */
export { geographyRoutes } from './server/routes.ts'
export { applyStep } from './server/apply-step.ts'
export { allAreas, reformOf, successionOf, takeBackReform } from './server/reform-of.ts'
export { planReform } from './domain/reform/plan-reform.ts'
export type { ReformPlan, ReformStep } from './domain/reform/reform-step.ts'
export { refused, ReformFinding, ReformRow, type FindingCode } from './domain/reform/reform-row.ts'
export { loadAreas } from './server/load-areas.ts'
export { renewRegister } from './server/register.ts'
export {
  areaAt,
  areaIdsWithin,
  areaNames,
  areaPaths,
  areasNamed,
  communesOf,
  difficultAreas,
  findArea,
  getArea,
  homesKnown,
  isDifficultArea,
  isLivedIn,
  territoryOf,
  type Classified,
  type Territory,
} from './server/areas.ts'
export { importBoundaries, keepOutlines, outlinedSince } from './server/import-boundaries.ts'
export { readBoundaries, type BoundaryFile, type UnitOutline } from './server/read-boundaries.ts'
export { showStepMap, type GivenOutline } from './server/step-map.ts'
export { schematicCells } from './server/schematic-map.ts'
export type { Cell } from './domain/schematic-map.ts'
export { announceYear, loadCalendar } from './server/calendar.ts'
export {
  addCalendarDays,
  addWorkingDays,
  calendarOf,
  explainDay,
  explainDays,
  isWorkingDay,
  workingDaysBetween,
  type ExplainedDay,
  type WorkingCalendar,
} from './domain/calendar.ts'
export { bareName, foldName, isValidOn, type Area } from './domain/area.ts'
export { publicHolidays } from './domain/public-holidays.ts'
