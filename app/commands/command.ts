import type { ParseArgsOptionsConfig } from 'node:util'
import { t } from './language.ts'

/** What a command was given: words after its name, options by name. */
export type Given = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  /** Results as one JSON value on standard output, for programs. */
  readonly isJson: boolean
}

/** How a command ended: done, refused or found wanting, or asked for wrongly. */
export type ExitCode = 0 | 1 | 2

/** One thing the command line can do. Each lives in a file of its own, loaded only when it is asked for. */
export type Command = {
  readonly usage: string
  readonly summary: string
  readonly options?: ParseArgsOptionsConfig
  readonly run: (given: Given) => Promise<ExitCode>
}

/** A command that was asked for wrongly; the message says what was expected. */
export class UsageError extends Error {}

/** A word the command cannot do without. */
export function neededWord({ words }: Given, index: number, what: string): string {
  const word = words[index]
  if (word === undefined) throw new UsageError(t.missing(what))
  return word
}

/** An option the command cannot do without. */
export function neededOption({ options }: Given, name: string): string {
  const value = options[name]
  if (typeof value !== 'string' || value === '') throw new UsageError(t.missing(`--${name}`))
  return value
}

export function optionalText({ options }: Given, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** Writes the result where the next program reads it: as JSON when asked, otherwise as lines for a person. */
export function print({ isJson }: Given, result: unknown, lines: readonly string[]) {
  process.stdout.write(isJson ? `${JSON.stringify(result)}\n` : lines.map((line) => `${line}\n`).join(''))
}
