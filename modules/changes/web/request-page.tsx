import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { LinkButton, TextLink } from '#ui/button'
import { formatDay, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Facts, PageHead, Panel } from '#ui/page'
import { getRequest, type RequestView } from '../contract.ts'
import './changes.css'
import { listHref, personHref, requestHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { Differences, Effects } from './preview-parts.tsx'
import { RequestSteps } from './request-steps.tsx'
import { StateChip } from './requests-table.tsx'

export function RequestRoute() {
  const { requestId = '' } = useParams({ strict: false })
  const { data } = useSuspenseQuery(apiQuery(getRequest, { id: requestId }))
  return <RequestPage key={data.id} request={data} />
}

/** One request as whoever decides reads it: what changes, what it comes to, the paper, what stands in the way. */
function RequestPage({ request }: { request: RequestView }) {
  const t = useMessages({ vi, en })
  const [news, tell] = useState<string>()
  const what = t.kinds[request.kind]
  const isDecided = request.decidedAt !== null
  return (
    <>
      <PageHead
        crumbs={[{ label: t.section }, { label: t.title, href: listHref }, { label: what }]}
        title={what}
        tabTitle={what}
      >
        <p className="change-who">
          {request.person.fullName ? (
            <TextLink href={personHref(request.person.id)}>{request.person.fullName}</TextLink>
          ) : (
            <span>{t.unseen}</span>
          )}
          {request.others > 0 && <span>{t.withOthers(request.others)}</span>}
          <span>{request.otherArea ? `${request.area} → ${request.otherArea}` : request.area}</span>
          <StateChip state={request.state} />
        </p>
      </PageHead>
      {news && (
        <Notice kind="ok" isLive>
          <p>{news}</p>
        </Notice>
      )}
      <Standing request={request} />
      <div className="change-columns">
        <div className="stack">
          <Differences differences={request.preview.differences} />
          <Effects
            preview={request.preview}
            kind={request.kind}
            isDecided={isDecided}
            isSeen={request.person.fullName !== null}
          />
        </div>
        <div className="stack">
          <RequestSteps request={request} what={what} onDone={tell} />
          <Paper request={request} />
          <Log request={request} />
        </div>
      </div>
    </>
  )
}

/** Why it is here, and what has to be settled first. */
function Standing({ request }: { request: RequestView }) {
  const t = useMessages({ vi, en })
  const { because, conflicts, contests, note, state } = request
  return (
    <>
      {because && (
        <Notice kind="warn" title={t.becauseTitle}>
          <p>{t.because[because] ?? because}</p>
        </Notice>
      )}
      {contests && (
        <Notice kind="info">
          <p>
            <TextLink href={requestHref(contests)}>{t.contests}</TextLink>
          </p>
        </Notice>
      )}
      {note && state !== 'approved' && (
        <Notice kind={state === 'rejected' ? 'err' : 'info'} title={t.states[state]}>
          <p>{note}</p>
        </Notice>
      )}
      {conflicts.length > 0 && (
        <Notice kind="warn" title={t.conflicts.title}>
          <p>{t.conflicts.text}</p>
          <ul className="bullets">
            {conflicts.map(({ id, kind, state: stands, openedAt }) => (
              <li key={id}>
                <TextLink href={requestHref(id)}>{t.kinds[kind]}</TextLink> · {t.states[stands]} ·{' '}
                <Moment value={openedAt} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

function Paper({ request: { evidence, reason } }: { request: RequestView }) {
  const t = useMessages({ vi, en }).evidence
  return (
    <Panel title={t.title} isPadded>
      {evidence ? (
        <Facts
          facts={[
            [t.document, evidence.document],
            ...(evidence.number ? ([[t.number, evidence.number]] as const) : []),
            ...(evidence.issuedOn ? ([[t.issuedOn, formatDay(evidence.issuedOn)]] as const) : []),
            ...(evidence.issuedBy ? ([[t.issuedBy, evidence.issuedBy]] as const) : []),
            ...(reason ? ([[t.reason, reason]] as const) : []),
          ]}
        />
      ) : (
        <p>{t.none}</p>
      )}
    </Panel>
  )
}

function Log({ request: { events, state, person, kind, id } }: { request: RequestView }) {
  const t = useMessages({ vi, en })
  const isContestable = state === 'approved' || state === 'rejected'
  return (
    <Panel title={t.log.title}>
      <ul className="lines">
        {events.map(({ id: event, step, at, byName, note }) => (
          <li key={event}>
            <b>{t.log.steps[step]}</b> · {byName}
            <br />
            <span className="quiet">
              <Moment value={at} />
              {note && ` · ${note}`}
            </span>
          </li>
        ))}
      </ul>
      {isContestable && person.fullName && (
        <div className="panel-body btns">
          <LinkButton icon="undo" href={`${listHref}/moi?nguoi=${person.id}&loai=${kind}&xem_lai=${id}`}>
            {t.steps.contest}
          </LinkButton>
        </div>
      )}
    </Panel>
  )
}
