import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { exportScenario } from './export-scenario.ts'
import { describeLaw } from './law-to-change.ts'
import {
  checkFreshness,
  getScenario,
  listScenarios,
  removeScenario,
  reviseScenario,
  saveScenario,
} from './scenarios.ts'
import { runSimulation } from './simulate.ts'

export const simulationRoutes = {
  describeLaw: serve(contract.describeLaw, describeLaw),
  runSimulation: serve(contract.runSimulation, runSimulation),
  checkFreshness: serve(contract.checkFreshness, checkFreshness),
  listScenarios: serve(contract.listScenarios, listScenarios),
  getScenario: serve(contract.getScenario, getScenario),
  saveScenario: serve(contract.saveScenario, saveScenario),
  reviseScenario: serve(contract.reviseScenario, reviseScenario),
  removeScenario: serve(contract.removeScenario, removeScenario),
  exportScenario: serve(contract.exportScenario, exportScenario),
}
