import type { Generated, JSONColumnType } from 'kysely'
import type { Instant } from '#kernel/civil-date'
import type { Result, Scenario, ScenarioId } from '../contract.ts'

export type SimulationTables = {
  'simulation.scenario': {
    id: Generated<ScenarioId>
    name: string
    areaId: number
    ownerId: string
    ownerName: string
    isShared: boolean
    scenario: JSONColumnType<Scenario>
    result: JSONColumnType<Result>
    revision: Generated<number>
    savedAt: Instant
    requestId: string
  }
}
