import type { messageParts } from './procedure.ts'

type Parts = Partial<Readonly<Record<(typeof messageParts)[number], string>>>

/** A message with its parts filled in; what is not known is left out as «…». */
export function fillMessage(message: string, parts: Parts): string {
  return message.replaceAll(/\{(due|missing|reason)\}/g, (_, part: keyof Parts) => parts[part] ?? '…')
}
