/** Applications (hồ sơ): procedures as data, and what becomes of a file. */
export { procedures } from './domain/procedures/index.ts'
export {
  competentOn,
  editionOfFile,
  editionOn,
  isInTransition,
  stepOn,
  totalClock,
} from './domain/edition.ts'
export { explainClock, readClock } from './domain/clock.ts'
export * from './domain/procedure.ts'
