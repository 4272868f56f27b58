import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { getPerson, type PersonId } from '#modules/people/contract'
import { apiQuery } from '#platform/web/api'
import { useKeys } from '#platform/web/keys'
import { NoAccess } from '#platform/web/page-states'
import { ProblemNotice } from '#platform/web/problem'
import { useCan, useMe } from '#platform/web/session'
import { useUnreadable } from '#platform/web/unreadable'
import { Button, KeyHint } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import type { SubmitApplication } from '../../contract.ts'
import '../common/desk.css'
import { complaintsOf, newDraft, type Draft } from './intake-draft.ts'
import { LikelySameNotice } from './intake-likely.tsx'
import { IntakePapers } from './intake-papers.tsx'
import { IntakePayment } from './intake-payment.tsx'
import { IntakePerson } from './intake-person.tsx'
import { IntakeQuestions } from './intake-questions.tsx'
import { IntakeReceived, type Received } from './intake-received.tsx'
import { IntakeResult } from './intake-result.tsx'
import { IntakeWhat } from './intake-what.tsx'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { useKept } from '../common/use-kept.ts'
import { useIntakePreview } from './use-intake-preview.ts'
import { useReceive } from './use-receive.ts'

/** A file at the counter, on one page: who, what is still missing, how to be paid, which papers; and what the law gives. */
export function IntakePage({
  personId,
  procedure,
}: {
  personId: PersonId | undefined
  procedure: SubmitApplication['procedure'] | undefined
}) {
  const can = useCan()
  return can('applications.handle') ? <Intake personId={personId} procedure={procedure} /> : <NoAccess />
}

function Intake({ personId, procedure }: Parameters<typeof IntakePage>[0]) {
  const t = useMessages({ vi, en })
  const words = t.intake
  const me = useMe()
  const begin = () => newDraft(procedure ?? 'monthly_allowance', personId)
  // Who opens another procedure for the same person begins another file, and finds the one they left where they left it.
  const kept = useKept<Draft>(`intake ${personId ?? ''} ${procedure ?? ''}`, me.userId, begin)
  const draft = kept.value
  const [attempt, setAttempt] = useState(0)
  const [begun, setBegun] = useState(0)
  const [received, setReceived] = useState<Received>()
  const change = (differing: Partial<Draft>) => kept.keep((before) => ({ ...before, ...differing }))
  const { shown, result, ...preview } = useIntakePreview(draft)
  const person = useQuery({
    ...apiQuery(getPerson, { id: draft.personId! }), // Not asked while there is none.
    enabled: draft.personId !== null,
  })
  // What was written of an account is kept, and counts only where money may follow.
  const told = shown?.mayPay === false ? { ...draft, method: null } : draft
  const complaints = complaintsOf(told)
  const form = useRef<HTMLDivElement>(null)
  const { unread, look, forget } = useUnreadable(form, attempt)
  const shownComplaints = attempt > 0 ? complaints : []
  const missing = (shown?.papers ?? []).filter(({ isLacking }) => isLacking)
  const channels = shown?.channels ?? [draft.channel]
  const channel = channels.includes(draft.channel) ? draft.channel : channels[0]!
  const isKnownElsewhere = shown?.isKnownElsewhere ?? false
  const isComplete = shown !== undefined && missing.length === 0
  const { receive, isPending, likely, errors, isNumberDoubtful } = useReceive({
    onRegistered: (id) => change({ personId: id }),
    onReceived: (made) => {
      kept.forget(newDraft(draft.procedure, undefined))
      setReceived(made)
    },
  })
  const submit = () => {
    setAttempt((before) => before + 1)
    const found = draft.personId ? person.data : undefined
    // Whoever was chosen is not read yet.
    const isReading = draft.personId !== null && !found
    const isUnreadable = look()
    if (complaints.length === 0 && !isUnreadable && !isReading)
      receive({ draft: told, found, channel, isComplete, isKnownElsewhere })
  }
  useKeys(received ? {} : { 'Ctrl Enter': () => submit() })
  if (received)
    return (
      <IntakeReceived
        received={received}
        onNext={() => {
          setReceived(undefined)
          setAttempt(0)
        }}
      />
    )
  return (
    <>
      <PageHead
        crumbs={[{ label: t.section }, { label: words.title }]}
        title={words.title}
        actions={
          <Button emphasis="primary" icon="document" isPending={isPending} onPress={() => submit()}>
            {!isComplete ? words.submitIncomplete : shown.givesReceipt ? words.submit : words.submitPlain}
            <KeyHint keys="Ctrl Enter" />
          </Button>
        }
      />
      {kept.isKept && (
        <p className="hint kept">
          {words.kept}{' '}
          <Button
            onPress={() => {
              setAttempt(0)
              // What stands in a box and is no value is not of the draft: new boxes have none of it.
              setBegun((before) => before + 1)
              kept.forget(begin())
            }}
          >
            {words.beginAnew}
          </Button>
        </p>
      )}
      <ErrorSummary
        attempt={attempt}
        errors={[
          ...(attempt > 0 ? unread : []),
          ...shownComplaints
            .map(({ field, kind }) => ({ fieldId: `intake-${field}`, message: words.complaints[kind] }))
            .filter(({ fieldId }) => unread.every((one) => one.fieldId !== fieldId)),
        ]}
      />
      <LikelySameNotice
        found={likely.found}
        onChoose={(personId) => {
          likely.forget()
          change({ personId, isNew: false })
        }}
        onRefuse={likely.refuse}
      />
      {errors.map((error, place) => (
        <ProblemNotice key={place} error={error} words={t.problems} />
      ))}
      <div
        className="file-columns"
        ref={form}
        key={begun}
        onInput={({ target }) => target instanceof Element && forget(target)}
      >
        <div className="stack aside intake-aside">
          <IntakeResult
            preview={result}
            personId={draft.personId}
            isNamed={Boolean(draft.personId ?? draft.subject.birth)}
          />
        </div>
        <div className="stack">
          <IntakeWhat
            draft={draft}
            channel={channel}
            channels={channels}
            preview={shown}
            complaints={shownComplaints}
            onChange={change}
          />
          <IntakePerson
            draft={draft}
            person={draft.personId ? person.data : undefined}
            alike={shown?.alike ?? []}
            isKnownElsewhere={isKnownElsewhere}
            mayHaveDied={shown?.mayHaveDied ?? false}
            complaints={shownComplaints}
            isNumberDoubtful={isNumberDoubtful}
            onChange={change}
          />
          <ProblemNotice error={preview.error} words={t.problems} onRetry={() => void preview.refetch()} />
          <IntakeQuestions draft={draft} preview={shown} onChange={change} />
          {shown?.mayPay && <IntakePayment draft={draft} complaints={shownComplaints} onChange={change} />}
          <IntakePapers
            part={shown?.mayPay ? 5 : 4}
            draft={draft}
            papers={shown?.papers ?? []}
            onChange={change}
          />
        </div>
      </div>
    </>
  )
}
