/** Duplicates («nghi trùng»): records of the register that may be one person, and what people decided about them. */
export { askForDuplicates, duplicatesJobs, duplicatesSubscribers } from './server/find.ts'
export { duplicatesRoutes } from './server/routes.ts'
export { mergePair } from './server/merge-pair.ts'
