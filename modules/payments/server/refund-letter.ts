import { moneyInWords } from '#kernel/money-in-words'
import { formatCount, formatMonth } from '#kernel/written'
import { committeeOf, makePaperPdf, type Paper } from '#modules/documents'
import { areaAt, areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { getProvider } from '../db/providers.ts'
import { getRefundRow, listRefundOrders, sumRefundReasons } from '../db/refunds.ts'
import { problems } from '../domain/problems.ts'
import { refundLetterWords as words } from './refund-letter-words.vi.ts'

/** Longer lists travel as a file; a letter names the sums. */
const mostOrders = 2000

/** The letter that asks a provider to give back what lies there, signed by hand, with the orders it is made of. */
export async function downloadRefundLetter(ctx: Ctx, { id }: { id: string }): Promise<File> {
  const refund = await getRefundRow(ctx, id)
  if (!refund.isWhole) throw problems('refund_not_found', { id })
  if (refund.state === 'withdrawn') throw problems('refund_moved_on', { id, state: refund.state })
  const provider = await getProvider(ctx, refund.providerId)
  const present = (await areaAt(ctx, [refund.areaId], ctx.today)).get(refund.areaId) ?? refund.areaId
  const unit = (await areaNames(ctx, new Set([present]))).get(present) ?? ''
  const { agency, place } = committeeOf({ name: unit, level: 'commune' })
  const { rows, total } = await listRefundOrders(ctx, id, { page: 1, size: mostOrders })
  const reasons = await sumRefundReasons(ctx, id)
  const paragraph = (text: string) => ({ kind: 'paragraph', text: [{ text }], isCentred: false }) as const
  const paper: Paper = {
    version: 1,
    kind: 'notice',
    size: 'a4',
    title: words.about,
    letterhead: {
      superior: [],
      agency,
      number: { value: null, symbol: 'UBND-KT' },
      dated: words.dated(place ?? '', ctx.today),
      form: null,
    },
    heading: { name: words.title, about: words.about },
    deciding: null,
    addressee: provider.name,
    blocks: [
      paragraph(
        words.opening(formatCount(refund.amount), moneyInWords(refund.amount).toLocaleLowerCase('vi')),
      ),
      paragraph(words.reference(refund.code, refund.paper)),
      {
        kind: 'table',
        columns: [
          { title: words.reason, width: 3, align: 'start' },
          { title: words.orders, width: 1, align: 'end' },
          { title: words.amount, width: 1, align: 'end' },
        ],
        rows: reasons.map((own) => [
          words.reasons[own.reason],
          formatCount(own.orders),
          formatCount(own.amount),
        ]),
        total: [words.total, formatCount(refund.orders), formatCount(refund.amount)],
      },
      paragraph(words.request(refund.code)),
      ...(total > rows.length ? [paragraph(words.more(formatCount(total)))] : []),
      { kind: 'heading', text: words.list },
      {
        kind: 'table',
        columns: [
          { title: words.key, width: 2, align: 'start' },
          { title: words.payee, width: 2, align: 'start' },
          { title: words.month, width: 1, align: 'center' },
          { title: words.amount, width: 1, align: 'end' },
        ],
        rows: rows.map((order) => [
          order.endToEndId,
          order.payeeName,
          formatMonth(order.month),
          formatCount(order.amount),
        ]),
        total: null,
      },
    ],
    closing: {
      recipients: { title: words.recipients, lines: [words.asAbove, words.file] },
      signatures: [{ lines: [words.signer], how: words.signHere, name: null }],
    },
    annexes: [],
    verification: null,
    draft: null,
  }
  const { pdf } = await makePaperPdf(paper)
  return new File([pdf], `${words.fileName(refund.code)}.pdf`, { type: 'application/pdf' })
}
