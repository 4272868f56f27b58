import { central, standardR13, standardR21, standardR26 } from './standard.ts'
import { supplementedTerritories } from './support/province.ts'

/** Every territory some law names: where a province set a standard or a supplement of its own, and the centre for all others. */
export const knownTerritories: readonly string[] = [
  ...new Set([
    central,
    ...[...standardR13, ...standardR21, ...standardR26].map(({ territory }) => territory),
    ...supplementedTerritories.keys(),
  ]),
]
