import { askToVerify, type Compared } from '#modules/population'
import { print, type Command } from './command.ts'
import { label } from './labels.ts'
import { finishJob } from './jobs.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

/** Compares everybody who receives something, and was not compared before, with the population register. */
export const command: Command = {
  usage: 'population verify',
  summary: t.summaries.populationVerify,
  run: async (given) => {
    const done = await withProgram(async (local) => {
      const { jobId } = await local.request((ctx) => askToVerify(ctx))
      return (await finishJob(local, jobId, t.progress.population)) as Compared // What this kind of job gives.
    })
    const { match, mismatch, notFound, trouble } = done
    const lines = [t.results.compared(String(match), String(mismatch), String(notFound))]
    print(given, done, trouble ? [...lines, label.population.troubles[trouble]] : lines)
    return trouble ? 1 : 0
  },
}
