import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { printPermissionMatrix } from '../operations.ts'
import { print, type Command } from './command.ts'
import { t } from './language.ts'

const file = fileURLToPath(new URL('../../docs/permissions.md', import.meta.url))

export const command: Command = {
  usage: 'docs',
  summary: t.summaries.docs,
  run: async (given) => {
    // Formatted as the rest of the repository where the formatter is installed; an installation has none.
    const { format, resolveConfig } = await import('prettier')
    const options = (await resolveConfig(file)) ?? {}
    await writeFile(file, await format(printPermissionMatrix(), { ...options, parser: 'markdown' }))
    print(given, { written: ['docs/permissions.md'] }, ['Written: docs/permissions.md'])
    return 0
  },
}
