import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { orderStep, showReform, showStep, startReform } from '#modules/territory'
import { neededWord, print, UsageError, type Command } from './command.ts'
import { finishJob } from './jobs.ts'
import { label } from './labels.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

/** Checks a file of changes of communes and counts whom each of its days concerns; applies them where that is asked. */
export const command: Command = {
  usage: 'areas change FILE [--dry-run] [--apply]',
  summary: t.summaries.areasChange,
  options: { 'dry-run': { type: 'boolean' }, apply: { type: 'boolean' } },
  run: async (given) => {
    const file = neededWord(given, 0, 'FILE')
    const isApplied = given.options['apply'] === true && given.options['dry-run'] !== true
    const bytes = await readBytes(file)
    const { reform, steps } = await withProgram(async (local) => {
      const { id } = await local.request(async (ctx) => {
        const started = await startReform(ctx, { name: basename(file), bytes })
        ctx.audit({ action: 'territory.reform_started', subject: started.id })
        return started
      })
      const read = await local.request((ctx) => showReform(ctx, { id }))
      if (isApplied)
        for (const step of read.steps) {
          const { jobId } = await local.request((ctx) => {
            ctx.audit({ action: 'territory.step_ordered', subject: step.id })
            return orderStep(ctx, { id: step.id })
          })
          if (jobId) await finishJob(local, jobId, t.progress.territory, label.territory.stages)
        }
      const after = await local.request((ctx) => showReform(ctx, { id }))
      const shown = []
      for (const step of after.steps) shown.push(await local.request((ctx) => showStep(ctx, { id: step.id })))
      return { reform: after, steps: shown }
    })
    const words = label.territory
    print(given, { reform, steps }, [
      reform.refused > 0
        ? words.someBad(String(reform.refused), String(reform.lines))
        : words.allGood(String(reform.lines)),
      ...reform.found.flatMap(({ row, findings }) =>
        findings.map(({ code, detail }) => `  ${words.row} ${row}: ${words.findings[code](detail)}`),
      ),
      ...steps.flatMap(({ on, state, closes, opens, totals, unplaced }) => [
        `${words.step(on)}: ${words.states[state]}, ${words.confirm(String(closes), String(opens)).split('.')[0]}`,
        ...(Object.keys(totals.before) as (keyof typeof totals.before)[]).map(
          (name) => `  ${words.figures[name]}: ${totals.before[name]} → ${totals.after[name]}`,
        ),
        ...unplaced.map(({ unit, people }) => `  ${words.unplaced(unit.name, String(people))}`),
      ]),
    ])
    return reform.refused > 0 ? 1 : 0
  },
}

async function readBytes(file: string) {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new UsageError(t.unreadable(file), { cause })
  }
}
