import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { getPerson, PersonId } from '#modules/people/contract'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { getPersonWays, type AwardRef, type PersonWays } from '../../contract.ts'
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
  const mayAsk = can('payments.ask_way') && !person.diedOn
  const [asking, ask] = useState<Asking | null>(
    isMeant && mayAsk ? { person: { id, name: person.fullName } } : null,
  )
  const [isAsked, say] = useState(false)
  return (
    <div className="stack">
      <section className="stack" aria-labelledby="tung-khoan">
        <h2 id="tung-khoan">{t.person.awards}</h2>
        <Awards
          awards={data.awards}
          onAsk={
            mayAsk
              ? (benefit, payee) =>
                  ask({
                    person: { id: payee.id, name: payee.name ?? '' },
                    award: { personId: id, benefit },
                  })
              : undefined
          }
        />
      </section>
      <section className="stack" aria-labelledby="cach-nhan">
        <h2 id="cach-nhan">{t.person.own}</h2>
        <p>
          <WayText way={data.way} />
        </p>
        {data.awards.some(({ isOwnWay }) => isOwnWay) && <p className="quiet">{t.person.ownMore}</p>}
        {mayAsk && (
          <div className="btns no-print">
            <Button
              emphasis="primary"
              icon="pencil"
              onPress={() => ask({ person: { id, name: person.fullName } })}
            >
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
      {asking && (
        <AskDialog
          {...asking}
          receivers={asking.person.id === id ? data.receivers : []}
          onClose={() => ask(null)}
          onAsked={() => {
            ask(null)
            say(true)
          }}
        />
      )}
    </div>
  )
}

type Asking = { readonly person: { readonly id: string; readonly name: string }; readonly award?: AwardRef }

const isOpen = ({ state }: PersonWays['requests'][number]) => state === 'asked' || state === 'approved'

type Award = PersonWays['awards'][number]

/** Whoever receives one thing alone has no need of a way for it alone. */
function Awards({
  awards,
  onAsk,
}: {
  awards: readonly Award[]
  onAsk: ((benefit: AwardRef['benefit'], payee: Award['payee']) => void) | undefined
}) {
  const t = useMessages({ vi, en })
  const mayDiffer = ({ payee, isOwnWay }: Award) =>
    payee.name !== null && (isOwnWay || awards.length > 1 || !payee.isSelf)
  return (
    <DataTable
      caption={t.person.awardsCaption}
      isCaptionHidden
      rows={awards}
      empty={t.person.noAwards}
      columns={[
        { header: t.person.benefit, cell: ({ benefit }) => benefit && t.benefits[benefit], isName: true },
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
        {
          header: t.person.way,
          cell: ({ way, isOwnWay }) => (
            <>
              <WayText way={way} />
              {isOwnWay && <Chip kind="info">{t.person.alone}</Chip>}
            </>
          ),
        },
        ...(onAsk && awards.some(mayDiffer)
          ? [
              {
                header: t.person.askAward,
                isHeaderHidden: true,
                cell: (award: Award) =>
                  award.benefit !== null &&
                  mayDiffer(award) && (
                    <AskAward benefit={award.benefit} onAsk={(benefit) => onAsk(benefit, award.payee)} />
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}

function AskAward({
  benefit,
  onAsk,
}: {
  benefit: AwardRef['benefit']
  onAsk: (benefit: AwardRef['benefit']) => void
}) {
  const t = useMessages({ vi, en })
  return (
    <Button
      emphasis="quiet"
      aria-label={t.person.askAwardOf(t.benefits[benefit])}
      onPress={() => onAsk(benefit)}
    >
      {t.person.askAward}
    </Button>
  )
}
