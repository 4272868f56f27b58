import { moneyInWords } from '#kernel/money-in-words'
import { formatCount, lowerFirst } from '#kernel/written'
import { committeeOf, makePaperPdf, type Paper } from '#modules/documents'
import { recoveryLimits } from '#modules/entitlement'
import { areaAt, areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { getRecoveryRow, listRecoveryMonths, type Recovery } from '../db/recoveries.ts'
import { problems } from '../domain/problems.ts'
import { recoveryLetterWords as words } from './recovery-letter-words.vi.ts'

/** The letter to a person, or to the family of one who died: what was paid too much, why, and what they can do. */
export async function downloadRecoveryLetter(ctx: Ctx, { id }: { id: string }): Promise<File> {
  const recovery = await getRecoveryRow(ctx, id)
  if (recovery.state !== 'proposed' && recovery.state !== 'planned')
    throw problems('recovery_moved_on', { state: recovery.state })
  const present = (await areaAt(ctx, [recovery.areaId], ctx.today)).get(recovery.areaId) ?? recovery.areaId
  const unit = (await areaNames(ctx, new Set([present]))).get(present) ?? ''
  const person = (await summariesOf(ctx, [recovery.personId])).get(recovery.personId)
  const paper = letterOf(ctx, recovery, {
    unit,
    village: person?.homeVillage ?? null,
    months: await listRecoveryMonths(ctx, [id]),
  })
  const { pdf } = await makePaperPdf(paper)
  return new File([pdf], `${words.fileName(ctx.today)}.pdf`, { type: 'application/pdf' })
}

type About = {
  readonly unit: string
  readonly village: string | null
  readonly months: Awaited<ReturnType<typeof listRecoveryMonths>>
}

function letterOf(
  { today }: Pick<Ctx, 'today'>,
  recovery: Recovery,
  { unit, village, months }: About,
): Paper {
  const { agency, place } = committeeOf({ name: unit, level: 'commune' })
  const inSentence = lowerFirst(unit)
  const sum = months.reduce((total, { amount }) => total + amount, 0)
  const paragraph = (text: string) => ({ kind: 'paragraph', text: [{ text }], isCentred: false }) as const
  return {
    version: 1,
    kind: 'notice',
    size: 'a4',
    title: words.about,
    letterhead: {
      superior: [],
      agency,
      number: { value: null, symbol: 'TB-UBND' },
      dated: words.dated(place ?? '', today),
      form: null,
    },
    heading: { name: words.title, about: words.about },
    deciding: null,
    addressee: (recovery.cause === 'died' ? words.family : words.to)(recovery.personName),
    blocks: [
      { kind: 'paragraph', text: [{ text: words.home(village, unit), italic: true }], isCentred: true },
      paragraph(
        words.opening(inSentence, formatCount(sum), moneyInWords(recovery.amount).toLocaleLowerCase('vi')),
      ),
      paragraph(words.causes[recovery.cause]),
      {
        kind: 'table',
        columns: [
          { title: words.columns[0]!, width: 1, align: 'center' },
          { title: words.columns[1]!, width: 2, align: 'end' },
        ],
        rows: months.map(({ benefitMonth, amount }) => [words.month(benefitMonth), formatCount(amount)]),
        total: [words.total, formatCount(sum)],
      },
      ...planOf(recovery).map(paragraph),
      paragraph(words.hardship),
      paragraph(words.appeal),
    ],
    closing: {
      recipients: { title: words.recipients, lines: [words.asAbove, words.file] },
      signatures: [{ lines: [words.signer], how: words.signHere, name: null }],
    },
    annexes: [],
    verification: null,
    draft: null,
  }
}

function planOf({ plan, instalment, open, decision }: Recovery): string[] {
  if (plan === null) return [words.proposal]
  const a = instalment === null ? null : formatCount(instalment)
  return [words.open(formatCount(open), decision), words.plans[plan](a, recoveryLimits.offsetShare)]
}
