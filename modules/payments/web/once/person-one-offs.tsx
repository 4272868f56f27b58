import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { Chip, type ChipKind } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount, formatDay } from '#ui/format'
import type { IconName } from '#ui/icon'
import { useLanguage, useMessages } from '#ui/language'
import { Law } from '#ui/page'
import { listOneOffsOfPerson, type OneOffView } from '../../contract.ts'
import { envelopeHref } from '../hrefs.ts'
import { messages as paymentsEn } from '../messages.en.ts'
import { messages as paymentsVi } from '../messages.vi.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const looks: Readonly<Record<OneOffView['state'], { kind: ChipKind; icon: IconName }>> = {
  due: { kind: 'warn', icon: 'pause' },
  taken: { kind: 'info', icon: 'send' },
  paid: { kind: 'ok', icon: 'check' },
  cancelled: { kind: 'neutral', icon: 'cross' },
}

/** What decisions gave once because of what happened to a person, and what became of the money. */
export function PersonOneOffs({ personId }: { personId: string }) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const { data: rows } = useSuspenseQuery(apiQuery(listOneOffsOfPerson, { personId }))
  return (
    <section className="stack" aria-labelledby="mot-lan">
      <h2 id="mot-lan">{t.person.title}</h2>
      <DataTable
        caption={t.person.caption}
        isCaptionHidden
        rows={rows}
        empty={t.person.empty}
        columns={[
          {
            header: t.right,
            cell: ({ right, citation, isHousehold }) => (
              <span>
                {right[language]}
                {isHousehold && ` (${t.household})`}
                <br />
                <Law>{citation}</Law>
              </span>
            ),
            isName: true,
          },
          { header: t.person.event, cell: ({ eventOn }) => formatDay(eventOn) },
          {
            header: t.decision,
            cell: ({ decision }) => `${decision.number} ${t.signedOn(formatDay(decision.signedOn))}`,
          },
          { header: t.payee, cell: ({ payee }) => payee.name },
          { header: `${t.amount} (đ)`, cell: ({ amount }) => <b>{formatCount(amount)}</b>, align: 'end' },
          { header: t.person.state, cell: (row) => <State row={row} /> },
        ]}
      />
    </section>
  )
}

function State({ row: { state, latest } }: { row: OneOffView }) {
  const t = useMessages({ vi, en })
  const payments = useMessages({ vi: paymentsVi, en: paymentsEn })
  const can = useCan()
  const code = latest && t.person.envelope(latest.envelope.code)
  const more = latest && [
    payments.channels[latest.channel],
    payments.instructionStates[latest.state],
    latest.reason && (payments.reasons[latest.reason] ?? latest.reason),
    latest.endedOn && formatDay(latest.endedOn),
  ]
  return (
    <span>
      <Chip {...looks[state]}>{t.person.states[state]}</Chip>
      {latest && more && (
        <>
          <br />
          <span className="quiet">{more.filter(Boolean).join(' · ')}</span>
          <br />
          {can('payments.read') ? (
            <TextLink href={envelopeHref(latest.envelope.id)}>{code}</TextLink>
          ) : (
            <span className="quiet">{code}</span>
          )}
        </>
      )}
    </span>
  )
}
