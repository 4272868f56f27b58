/** Names of units for whoever looks them up where there is no server. */
export { bareName, foldName } from './domain/area-names.ts'
