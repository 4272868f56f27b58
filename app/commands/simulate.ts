import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { z } from 'zod'
import { request } from '#platform/server/request'
import { runSimulation, Scenario, takeSnapshot, wordsVi } from '#modules/simulation'
import { aftermath } from '../composition.ts'
import { neededWord, print, UsageError, type Command, type ExitCode } from './command.ts'
import { showProgress } from './progress.ts'
import { localAdministrator, withProgram, type Local } from './program.ts'

export const command: Command = {
  usage: 'simulate FILE',
  summary:
    'Reckon what the scenario in a file would cost a month; docs/examples shows such a file. Nothing is saved.',
  run: async (given) => {
    const file = neededWord(given, 0, 'FILE')
    const scenario = await readScenario(file)
    return withProgram<ExitCode>(async (local) => {
      await readRegisterOf(local, scenario)
      const simulated = await local.request((ctx) => runSimulation(ctx, { scenario }))
      if (simulated.state !== 'done') throw new Error('The register was changed while it was read')
      const { result } = simulated
      const { before, after, all, cost, unchanged } = result
      print(given, result, [
        `${result.area.name}  ${result.month}  ${result.law.vi}`,
        ...result.changes.map((change) => `  ${wordsVi.change(change)}`),
        `before: ${count(before.people)} people, ${count(before.lines)} lines, ${money(before.amount)} a month`,
        `after:  ${count(after.people)} people, ${count(after.lines)} lines, ${money(after.amount)} a month`,
        `difference: ${money(cost.byAwards)} a month by the awards there are`,
        `newly eligible: ${count(all.fresh)} people, ${money(cost.fresh)} a month if ${result.takeUp} % apply`,
        `in all: ${money(cost.monthly)} a month, ${money(cost.fullYear)} a year`,
        `raised ${count(all.raised)}, lowered ${count(all.lowered)}, gained ${count(all.gained)}, lost ${count(all.lost)}, other component ${count(all.switched)}, unchanged ${count(unchanged)}`,
        ...result.flags.map((flag) => `? ${wordsVi.flag(flag)}`),
      ])
      return 0
    })
  },
}

async function readScenario(file: string): Promise<Scenario> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`${file} cannot be read`, { cause })
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new UsageError(`${file} is no JSON`, { cause })
  }
  const parsed = Scenario.safeParse(value)
  if (!parsed.success) throw new UsageError(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** Reads the register of the month here, without leaving work to the workers. */
async function readRegisterOf({ db, programUrl }: Local, { month }: Scenario) {
  const actor = localAdministrator()
  const progress = showProgress('Register')
  await takeSnapshot({
    id: 'command',
    input: { month },
    actor,
    signal: new AbortController().signal,
    request: (work) => request(db, { actor }, aftermath, work),
    progress: async (done, total) => progress.update(done, total ?? 0, 'people'),
    connect: async () => {
      const client = new Client({ connectionString: programUrl })
      await client.connect()
      await client.query(
        `select set_config('ansinh.user', $1, false), set_config('ansinh.area', '0', false)`,
        [actor.userId],
      )
      return client
    },
  })
  progress.end()
}

const numbers = new Intl.NumberFormat('vi-VN')
const count = (value: number) => numbers.format(value)
const money = (amount: number) => `${numbers.format(amount)} đ`
