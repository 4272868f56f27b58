import { parentPort, workerData } from 'node:worker_threads'
import { compileMonth, engine, type DueColumns, type MonthColumns } from '#modules/entitlement'
import type { CivilDate, Month } from '#kernel/civil-date'

/** One thread of the bench: works its share of shared columns out each time it is asked. */
const { month, knownOn, territories, input, output, from, to } = workerData as {
  month: Month
  knownOn: CivilDate
  territories: readonly string[]
  input: MonthColumns
  output: DueColumns
  from: number
  to: number
}
const kernel = compileMonth(engine.lawIn(month, knownOn)!, territories)

parentPort!.on('message', () => {
  kernel.run(input, output, from, to)
  parentPort!.postMessage('done')
})
