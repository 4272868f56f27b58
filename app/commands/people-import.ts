import { basename } from 'node:path'
import { acceptImportFindings, applyImport, decidedOneByOne, showImport, startImport } from '#modules/people'
import { formatCount } from '#kernel/written'
import { areaOfCode } from './area.ts'
import { neededOption, neededWord, print, type Command } from './command.ts'
import { label } from './labels.ts'
import { t } from './language.ts'
import { finishJob } from './jobs.ts'
import { withProgram, type Local } from './program.ts'
import { readBytes } from './read-file.ts'

type Import = Awaited<ReturnType<typeof showImport>>

export const command: Command = {
  usage: 'people import FILE --area CODE [--accept] [--apply]',
  summary: t.summaries.peopleImport,
  options: { area: { type: 'string' }, accept: { type: 'boolean' }, apply: { type: 'boolean' } },
  run: async (given) => {
    const file = neededWord(given, 0, 'FILE')
    const code = neededOption(given, 'area')
    const bytes = await readBytes(file)
    const result = await withProgram(async (local) => {
      const { import: begun, isRepeat } = await local.request(async (ctx) => {
        const areaId = await areaOfCode(ctx, code)
        const started = await startImport(ctx, { areaId, file: new File([bytes], basename(file)) })
        ctx.audit({ action: 'people.import_started', subject: started.import.id })
        return started
      })
      const read = await finish(local, begun)
      const checked =
        given.options['accept'] === true && read.state === 'checked' ? await accept(local, read) : read
      const isWanted = given.options['apply'] === true && checked.state === 'checked'
      return { isRepeat, import: isWanted ? await apply(local, checked) : checked }
    })
    print(given, result, linesOf(result))
    return 0
  },
}

/** Takes what was suggested wherever something was, as if each had been looked at; who is who is said row by row, on the page. */
async function accept(local: Local, { id, findings }: Import): Promise<Import> {
  for (const { code, waiting } of findings)
    if (waiting > 0 && !decidedOneByOne.has(code))
      await local.request(async (ctx) => {
        ctx.audit({ action: 'people.import_findings_accepted', subject: id, details: { code } })
        await acceptImportFindings(ctx, { id, code })
      })
  return local.request((ctx) => showImport(ctx, id))
}

async function apply(local: Local, { id }: Import): Promise<Import> {
  await local.request(async (ctx) => {
    ctx.audit({ action: 'people.import_applied', subject: id })
    await applyImport(ctx, { id })
  })
  return finish(local, await local.request((ctx) => showImport(ctx, id)))
}

/** Waits for the job an import is waiting for, if there is one. */
async function finish(local: Local, { id, jobId }: Import): Promise<Import> {
  if (jobId) await finishJob(local, jobId, t.progress.import, label.import.stages)
  return local.request((ctx) => showImport(ctx, id))
}

function linesOf({ isRepeat, import: view }: { isRepeat: boolean; import: Import }): string[] {
  const { id, state, missing, rows, findings } = view
  return [
    ...(isRepeat ? [t.results.importedBefore] : []),
    `${id}: ${label.import.states[state]}`,
    ...(missing.length > 0
      ? [t.results.noColumn(missing.map((field) => label.import.fieldNames[field]).join(', '))]
      : []),
    ...Object.entries(label.rows).map(
      ([verdict, said]) => `  ${said}: ${formatCount(rows[verdict as keyof typeof rows])}`,
    ), // Every count has its label.
    ...findings.map((finding) => `  ${findingSaid(finding)}`),
  ]
}

function findingSaid({ level, count, example: { row, finding } }: Import['findings'][number]): string {
  const { inRows, findingWords } = label.import
  return `${label.levels[level]}: ${inRows(row, count - 1, findingWords[finding.code](finding))}`
}
