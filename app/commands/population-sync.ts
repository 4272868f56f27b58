import { Problem } from '#kernel/problem'
import { askForChanges, type Synced } from '#modules/population'
import { print, type Command } from './command.ts'
import { label } from './labels.ts'
import { finishJob } from './jobs.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

/** Reads what changed in the population register, to its end; where it leaves off before, the exit code says so. */
export const command: Command = {
  usage: 'population sync',
  summary: t.summaries.populationSync,
  run: async (given) => {
    const done = await withProgram(async (local) => {
      const started = await local.request(askForChanges)
      if (!started) throw new Problem('population.not_connected', 409)
      return (await finishJob(local, started.jobId, t.progress.population)) as Synced // What this kind of job gives.
    })
    const { taken, lastNumber, trouble } = done
    const lines = [t.results.synced(String(taken), String(lastNumber))]
    print(given, done, trouble ? [...lines, label.population.troubles[trouble]] : lines)
    return trouble ? 1 : 0
  },
}
