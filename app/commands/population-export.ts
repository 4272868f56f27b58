import { open } from 'node:fs/promises'
import { exportResidents } from '#modules/population'
import { neededWord, print, type Command } from './command.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

/** Writes everybody down, for a population register on trial: a file only its owner may read. */
export const command: Command = {
  usage: 'population export FILE',
  summary: t.summaries.populationExport,
  run: async (given) => {
    const path = neededWord(given, 0, 'FILE')
    let residents = -1 // The first line names the columns.
    await withProgram(async ({ request }) => {
      await request(async (ctx) => ctx.audit({ action: 'population.residents_exported' }))
      const file = await open(path, 'w', 0o600)
      try {
        for await (const piece of exportResidents(request)) {
          residents += piece.split('\n').length - 1
          await file.write(piece)
        }
      } finally {
        await file.close()
      }
    })
    print(given, { residents }, [t.results.exported(String(residents), path)])
    return 0
  },
}
