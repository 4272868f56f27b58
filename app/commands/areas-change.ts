import { basename } from 'node:path'
import { orderStep, showReform, showStep, startReform } from '#modules/territory'
import type { Ctx } from '#platform/server/context'
import { neededWord, print, type Command } from './command.ts'
import { finishJob } from './jobs.ts'
import { label } from './labels.ts'
import { t } from './language.ts'
import { lookOnly } from './look-only.ts'
import { withProgram } from './program.ts'
import { readBytes } from './read-file.ts'

/** Checks a file of changes of communes and counts whom each of its days concerns; keeps it, and applies it where that is asked. */
export const command: Command = {
  usage: 'areas change FILE [--dry-run] [--apply]',
  summary: t.summaries.areasChange,
  options: { 'dry-run': { type: 'boolean' }, apply: { type: 'boolean' } },
  run: async (given) => {
    const file = neededWord(given, 0, 'FILE')
    const isTried = given.options['dry-run'] === true
    const isApplied = given.options['apply'] === true && !isTried
    const bytes = await readBytes(file)
    const { reform, steps } = await withProgram(async (local) => {
      if (isTried)
        return lookOnly(local.request, async (ctx) =>
          show(ctx, await startReform(ctx, { name: basename(file), bytes })),
        )
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
      return local.request((ctx) => show(ctx, { id }))
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

async function show(ctx: Ctx, { id }: { readonly id: string }) {
  const reform = await showReform(ctx, { id })
  const steps = []
  for (const step of reform.steps) steps.push(await showStep(ctx, { id: step.id }))
  return { reform, steps }
}
