import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '#kernel/problem'
import { language, t } from './language.ts'
import { modulesDirectory } from '../modules.ts'

/** What the web would tell a person about a problem, and words of our own for what the web never meets. */
export async function inWords({ code, details }: Problem): Promise<string> {
  const own = t.problems[code]?.(details)
  if (own) return own
  for await (const file of glob(join(modulesDirectory, `*/web/**/messages.${language}.ts`))) {
    const words = wordsIn(await import(file), code, details)
    if (words) return words
  }
  return t.refusedAs(code, Object.keys(details).length > 0 ? ` ${JSON.stringify(details)}` : '')
}

type Words = string | ((details: unknown) => unknown)

/** The modules keep their words under `problems`, by whole code or by its last part. */
function wordsIn(module: object, code: string, details: unknown): string | undefined {
  for (const messages of Object.values(module)) {
    const problems = Object(messages).problems as Readonly<Record<string, Words>> | undefined
    const words = problems?.[code] ?? problems?.[code.slice(code.indexOf('.') + 1)]
    const text = typeof words === 'function' ? words(details) : words
    if (typeof text === 'string') return text
  }
  return undefined
}
