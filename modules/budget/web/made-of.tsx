import { DataTable } from '#ui/data-table'
import { Difference, formatCount, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import type { EstimateView } from '../contract.ts'
import { causes } from '../domain/causes.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What the figure above is made of: as it stands, and what each cause adds or takes away. */
export function WhatItIsMadeOf({ estimate }: { estimate: EstimateView }) {
  const t = useMessages({ vi, en })
  const { total, byMonth } = estimate
  const last = byMonth.at(-1)
  const rows = [
    ...causes.map((cause) => ({
      id: cause,
      amount: total.amountParts[cause],
      atEnd: last?.peopleParts[cause] ?? 0,
    })),
    ...(total.arrears > 0 ? [{ id: 'arrears' as const, amount: total.arrears, atEnd: 0 }] : []),
  ]
  return (
    <section className="stack" aria-labelledby="gom-nhung-gi">
      <h2 id="gom-nhung-gi">{t.madeOf}</h2>
      <DataTable
        caption={t.madeOf}
        isCaptionHidden
        rows={rows}
        empty={t.nothing}
        columns={[
          {
            header: t.cause,
            isName: true,
            cell: ({ id, atEnd, amount }) => (
              <span className="budget-cause">
                {t.causes[id]}
                <br />
                <span className="quiet budget-why">{t.causeHints[id]}</span>
                {isOpposite(atEnd, amount) && (
                  <>
                    <br />
                    <span className="budget-why">{t.opposite}</span>
                  </>
                )}
              </span>
            ),
          },
          {
            header: t.grantsInLast,
            align: 'end',
            cell: ({ id, atEnd }) => (id === 'base' ? formatCount(atEnd) : <Difference value={atEnd} />),
            total: formatCount(last?.people ?? 0),
          },
          {
            header: t.amountInYear,
            align: 'end',
            cell: ({ id, amount }) => (id === 'base' ? formatMoney(amount) : <Difference value={amount} />),
            total: formatMoney(total.amount),
          },
        ]}
        totalLabel={t.total}
      />
    </section>
  )
}

/** More grants and less money, or the other way round: nobody would believe it without a word. */
function isOpposite(grants: number, amount: number) {
  return Math.sign(grants) * Math.sign(amount) < 0
}
