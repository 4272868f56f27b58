import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { printProcedures } from '../docs/procedures-page.ts'
import { printPermissionMatrix } from '../operations.ts'
import { print, type Command } from './command.ts'
import { t } from './language.ts'

const pages = { 'docs/permissions.md': printPermissionMatrix, 'docs/procedures.md': printProcedures }

export const command: Command = {
  usage: 'docs',
  summary: t.summaries.docs,
  run: async (given) => {
    // Formatted as the rest of the repository where the formatter is installed; an installation has none.
    const { format, resolveConfig } = await import('prettier')
    for (const [page, printPage] of Object.entries(pages)) {
      const file = fileURLToPath(new URL(`../../${page}`, import.meta.url))
      const options = (await resolveConfig(file)) ?? {}
      await writeFile(file, await format(printPage(), { ...options, parser: 'markdown' }))
    }
    const written = Object.keys(pages)
    print(given, { written }, [`Written: ${written.join(', ')}`])
    return 0
  },
}
