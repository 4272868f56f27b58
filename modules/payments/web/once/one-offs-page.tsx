import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { useCan, useMe } from '#platform/web/session'
import { Checkbox } from '#ui/choice'
import { DataTable, type Column } from '#ui/data-table'
import { formatCount, formatDay } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { listOneOffsDue, type OneOffDue } from '../../contract.ts'
import { envelopesHref } from '../hrefs.ts'
import { messages as paymentsEn } from '../messages.en.ts'
import { messages as paymentsVi } from '../messages.vi.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What decisions gave once and no envelope has taken: chosen here, paid by each payee’s way or in cash today. */
export function OneOffsPage() {
  const t = useMessages({ vi, en })
  const payments = useMessages({ vi: paymentsVi, en: paymentsEn })
  const language = useLanguage()
  const can = useCan()
  const { areaId } = useMe()
  const { data } = useSuspenseQuery(apiQuery(listOneOffsDue, { areaId }))
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const payable = data.rows.filter(({ held }) => held === null)
  const mayPrepare = can('payments.prepare')
  const toggle = (id: string, isChosen: boolean) =>
    choose(new Set(isChosen ? [...chosen, id] : [...chosen].filter((one) => one !== id)))
  const choosing: Column<OneOffDue>[] = mayPrepare
    ? [
        {
          header: t.choose,
          isHeaderHidden: true,
          cell: ({ id, held, payee }) =>
            held === null && (
              <Checkbox isSelected={chosen.has(id)} onChange={(is) => toggle(id, is)}>
                <span className="sr">{t.chooseOne(payee.name)}</span>
              </Checkbox>
            ),
        },
      ]
    : []
  return (
    <>
      <PageHead
        crumbs={[
          { label: payments.payments },
          { label: payments.title, href: envelopesHref },
          { label: t.title },
        ]}
        title={t.title}
      >
        <p>{t.lead}</p>
      </PageHead>
      {mayPrepare && (
        <ChosenBar
          areaId={areaId}
          payable={payable}
          chosen={payable.filter(({ id }) => chosen.has(id))}
          choose={(rows) => choose(new Set(rows.map(({ id }) => id)))}
        />
      )}
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={data.rows}
        empty={<EmptyState title={t.none}>{t.noneMore}</EmptyState>}
        columns={[
          ...choosing,
          { header: t.payee, cell: (row) => <Payee row={row} />, isName: true },
          {
            header: t.for,
            cell: ({ person, isHousehold, right }) => (
              <span>
                {person.name}
                {isHousehold && ` (${t.household})`}
                {right !== null && (
                  <>
                    <br />
                    <span className="quiet">{right[language]}</span>
                  </>
                )}
              </span>
            ),
          },
          {
            header: t.decision,
            cell: ({ decision }) => (
              <span>
                {decision.number}
                <br />
                <span className="quiet">{t.signedOn(formatDay(decision.signedOn))}</span>
              </span>
            ),
          },
          { header: t.area, cell: ({ area }) => area.name },
          {
            header: t.way,
            cell: ({ channel, bank, account }) => (
              <span>
                {payments.channels[channel]}
                {account !== null && (
                  <>
                    <br />
                    <span className="quiet">
                      {bank} {account}
                    </span>
                  </>
                )}
              </span>
            ),
          },
          { header: `${t.amount} (đ)`, cell: ({ amount }) => <b>{formatCount(amount)}</b>, align: 'end' },
        ]}
      />
    </>
  )
}

function Payee({ row }: { row: OneOffDue }) {
  const t = useMessages({ vi, en })
  const more = [!row.payee.isInRegister && t.notInRegister, row.held && t.held[row.held]].filter(Boolean)
  return (
    <span>
      {row.payee.name}
      {more.length > 0 && <span className="quiet under-name">{more.join(' · ')}</span>}
    </span>
  )
}
