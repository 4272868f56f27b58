import { readConfiguration } from '#platform/server/configuration'
import { problems } from '../../domain/problems.ts'
import type { PopulationRegister } from './adapter.ts'
import { signedJson } from './signed-json.ts'

/** The population register this installation is connected to; undefined where it is to none. */
export function findRegister(): PopulationRegister | undefined {
  const { population } = readConfiguration().wires
  return population && signedJson(population)
}

export function getRegister(): PopulationRegister {
  const register = findRegister()
  if (!register) throw problems('not_connected')
  return register
}
