import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { getPerson, PersonId } from '#modules/people/contract'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { getPersonWays, type PersonWays } from '../../contract.ts'
import { personWaysHref } from '../hrefs.ts'
import { AskDialog } from './ask-dialog.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { RequestCard } from './request-card.tsx'
import { WayText } from './way-text.tsx'

/** «Người nhận và cách nhận»: for every award who receives it and how, and every change that was asked for. */
export function PersonWaysRoute() {
  const id = PersonId.parse(useParams({ strict: false }).personId)
  const t = useMessages({ vi, en })
  const can = useCan()
  const { data: person } = useSuspenseQuery(apiQuery(getPerson, { id }))
  const { data } = useSuspenseQuery(apiQuery(getPersonWays, { personId: id }))
  // Whoever comes from a visit has come to ask, unless somebody did so before.
  const isMeant = 'denghi' in useSearch({ strict: false }) && !data.requests.some(isOpen)
  const [isAsking, ask] = useState(isMeant && can('payments.ask_way') && !person.diedOn)
  const [isAsked, say] = useState(false)
  return (
    <div className="stack">
      <section className="stack" aria-labelledby="tung-khoan">
        <h2 id="tung-khoan">{t.person.awards}</h2>
        <Awards awards={data.awards} />
      </section>
      <section className="stack" aria-labelledby="cach-nhan">
        <h2 id="cach-nhan">{t.person.own}</h2>
        <p>
          <WayText way={data.way} />
        </p>
        {can('payments.ask_way') && !person.diedOn && (
          <div className="btns no-print">
            <Button emphasis="primary" icon="pencil" onPress={() => ask(true)}>
              {t.person.ask}
            </Button>
          </div>
        )}
        {isAsked && <Notice kind="ok" isLive title={t.person.asked} />}
      </section>
      <section className="stack" aria-labelledby="de-nghi">
        <h2 id="de-nghi">{t.person.requests}</h2>
        {data.requests.length === 0 && <p className="quiet">{t.person.noRequests}</p>}
        {data.requests.map((request) => (
          <RequestCard key={request.id} request={request} isNamed={request.person.id !== id} />
        ))}
      </section>
      {isAsking && (
        <AskDialog
          person={{ id, name: person.fullName }}
          receivers={data.receivers}
          onClose={() => ask(false)}
          onAsked={() => {
            ask(false)
            say(true)
          }}
        />
      )}
    </div>
  )
}

const isOpen = ({ state }: PersonWays['requests'][number]) => state === 'asked' || state === 'approved'

function Awards({ awards }: { awards: PersonWays['awards'] }) {
  const t = useMessages({ vi, en })
  return (
    <DataTable
      caption={t.person.awardsCaption}
      isCaptionHidden
      rows={awards}
      empty={t.person.noAwards}
      columns={[
        { header: t.person.benefit, cell: ({ benefit }) => t.benefits[benefit], isName: true },
        {
          header: t.person.payee,
          cell: ({ payee: { id, name, isSelf } }) =>
            isSelf ? (
              t.person.self
            ) : name === null ? (
              t.person.outOfSight
            ) : (
              <TextLink href={personWaysHref(id)}>{name}</TextLink>
            ),
        },
        { header: t.person.way, cell: ({ way }) => <WayText way={way} /> },
      ]}
    />
  )
}
