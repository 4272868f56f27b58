import type { Command } from './command.ts'

type Load = () => Promise<{ readonly command: Command }>

/** Every command by its words; the help prints them in this order. */
export const commands: Readonly<Record<string, Load>> = {
  serve: () => import('./serve.ts'),
  worker: () => import('./worker.ts'),
  migrate: () => import('./migrate.ts'),
  'demo create': () => import('./demo-create.ts'),
  'demo verify': () => import('./demo-verify.ts'),
  'user create': () => import('./user-create.ts'),
  'machine create': () => import('./machine-create.ts'),
  'people import': () => import('./people-import.ts'),
  'people duplicates': () => import('./people-duplicates.ts'),
  'law explain': () => import('./law-explain.ts'),
  'law book': () => import('./law-book.ts'),
  'law diff': () => import('./law-diff.ts'),
  'law cases': () => import('./law-cases.ts'),
  simulate: () => import('./simulate.ts'),
  'budget estimate': () => import('./budget-estimate.ts'),
  'payroll open': () => import('./payroll-open.ts'),
  'payroll generate': () => import('./payroll-generate.ts'),
  'payroll show': () => import('./payroll-show.ts'),
  'payroll replay': () => import('./payroll-replay.ts'),
  'payments export': () => import('./payments-export.ts'),
  'payments import': () => import('./payments-import.ts'),
  'payments connect': () => import('./payments-connect.ts'),
  'payments protect': () => import('./payments-protect.ts'),
  'payments verify': () => import('./payments-verify.ts'),
  'outreach refresh': () => import('./outreach-refresh.ts'),
  'outreach list': () => import('./outreach-list.ts'),
  'population export': () => import('./population-export.ts'),
  'population sync': () => import('./population-sync.ts'),
  'population verify': () => import('./population-verify.ts'),
  'areas change': () => import('./areas-change.ts'),
  'areas boundaries': () => import('./areas-boundaries.ts'),
  'calendar enter': () => import('./calendar-enter.ts'),
  'audit verify': () => import('./audit-verify.ts'),
  docs: () => import('./docs.ts'),
}

/** Finds the command the first words name, and how many words that took. */
export function findCommand(words: readonly string[]): { load: Load; taken: number } | undefined {
  for (const taken of [2, 1]) {
    const name = words.slice(0, taken).join(' ')
    if (words.length >= taken && Object.hasOwn(commands, name)) return { load: commands[name]!, taken }
  }
  return undefined
}
