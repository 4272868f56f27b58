import { formatDay, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { z } from 'zod'
import { Dong } from '#kernel/dong'
import type { Finding, Known, KnownFact, ReasonView } from '../contract.ts'
import { fieldWords as en } from './field-words.en.ts'
import { fieldWords as vi, type FieldWords } from './field-words.vi.ts'

/** Facts, reasons and findings in words. */
export function useFieldWords() {
  const t = useMessages({ vi, en })
  return {
    ...t,
    sayReason: (reason: ReasonView) => sayReason(t, reason),
    sayFact: (fact: KnownFact) => sayFact(t, fact),
    sayFinding: (finding: Finding) => sayFinding(t, finding),
    sayWay: (way: NonNullable<Known['way']>) => sayWay(t, way),
  }
}

function sayReason(t: FieldWords, { kind, prospect, benefit, fact, month, on }: ReasonView): string {
  const what =
    kind === 'prospect'
      ? `${t.benefits[benefit ?? ''] ?? ''}: ${t.prospects[prospect ?? ''] ?? t.reasons.prospect}`
      : kind === 'fact_ends' && fact
        ? `${t.kinds[fact] ?? fact}: ${t.reasons.fact_ends.toLocaleLowerCase('vi')}`
        : t.reasons[kind]
  return [what, month && t.month(formatMonth(month)), on && formatDay(on)].filter(Boolean).join(', ')
}

const Detail = z.object({
  level: z.string().optional(),
  year: z.int().optional(),
  basis: z.string().optional(),
  state: z.string().optional(),
  father: z.string().optional(),
  mother: z.string().optional(),
  facility: z.string().optional(),
  monthly: Dong.optional(),
})

function sayFact(t: FieldWords, { kind, detail }: KnownFact): string {
  const { level, year, basis, state, father, mother, facility, monthly } = Detail.catch({}).parse(detail)
  const word = (key: string | undefined) => key && (t.levels[key] ?? key)
  const more = [
    word(level),
    year && t.year(year),
    word(basis),
    word(state),
    word(father),
    word(mother),
    facility,
    monthly && formatMoney(monthly),
  ].filter(Boolean)
  return [t.kinds[kind] ?? kind, more.join(', ')].filter(Boolean).join(': ')
}

/** What was found, without the name of its field. */
function sayFinding(t: FieldWords, finding: Finding): string {
  if ('text' in finding) return finding.text
  switch (finding.field) {
    case 'death':
      return t.on(formatDay(finding.on))
    case 'residence':
      return [finding.village, finding.address, t.since(formatDay(finding.from))].filter(Boolean).join(', ')
    case 'leaves_household':
      return t.on(formatDay(finding.from))
    case 'disability':
      return [t.levels[finding.level], t.certificate(finding.certificate, formatDay(finding.issuedOn))].join(
        ', ',
      )
  }
}

function sayWay(
  t: FieldWords,
  { method, bank, accountEnd, receiver, receiverUntil }: NonNullable<Known['way']>,
) {
  return [
    t.ways[method] ?? method,
    bank && accountEnd && t.accountEnd(bank, accountEnd),
    receiver && t.receiver(receiver),
    receiverUntil && t.until(formatDay(receiverUntil)),
  ]
    .filter(Boolean)
    .join(', ')
}
