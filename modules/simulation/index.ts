/** Simulation (mô phỏng chính sách): what a change of the law would cost, and whom it would touch, before anybody decides. */
import type { JobKinds } from '#platform/server/jobs'
import { takeSnapshot } from './server/take-snapshot.ts'

export { simulationRoutes } from './server/routes.ts'
export { runSimulation } from './server/simulate.ts'
export { saveScenario } from './server/scenarios.ts'
export { takeSnapshot } from './server/take-snapshot.ts'
export { Scenario } from './domain/scenario.ts'
export { reformOf } from './domain/reform.ts'
export { wordsEn } from './domain/words.en.ts'
export { wordsVi } from './domain/words.vi.ts'

export const simulationJobs: JobKinds = { 'simulation.snapshot': takeSnapshot }
