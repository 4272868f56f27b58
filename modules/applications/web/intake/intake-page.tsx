import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { getPerson, registerPerson, type PersonId } from '#modules/people/contract'
import { apiError, apiQuery, useCommand } from '#platform/web/api'
import { useKeys } from '#platform/web/keys'
import { NoAccess } from '#platform/web/page-states'
import { ProblemNotice } from '#platform/web/problem'
import { useCan, useMe } from '#platform/web/session'
import { Button, KeyHint } from '#ui/button'
import { Select } from '#ui/choice'
import { ErrorSummary } from '#ui/error-summary'
import { useMessages } from '#ui/language'
import { PageHead, Panel } from '#ui/page'
import { previewIntake, procedureIds, submitApplication, type SubmitApplication } from '../../contract.ts'
import '../common/desk.css'
import { complaintsOf, newDraft, previewOf, receivedAtOf, type Draft } from './intake-draft.ts'
import { IntakeCarried } from './intake-carried.tsx'
import { IntakeDay } from './intake-day.tsx'
import { LikelySameNotice, useLikelySame } from './intake-likely.tsx'
import { IntakePapers } from './intake-papers.tsx'
import { IntakePayment } from './intake-payment.tsx'
import { IntakePerson } from './intake-person.tsx'
import { IntakeQuestions } from './intake-questions.tsx'
import { IntakeReceived, type Received } from './intake-received.tsx'
import { IntakeResult } from './intake-result.tsx'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { useAct } from '../common/use-act.ts'
import { useKept } from '../common/use-kept.ts'

/** So much has to be said for a number that contradicts its holder. */
const leastReason = 10

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
  const kept = useKept<Draft>(`intake ${personId ?? ''}`, me.userId, begin)
  const draft = kept.value
  const [attempt, setAttempt] = useState(0)
  const [received, setReceived] = useState<Received>()
  const change = (differing: Partial<Draft>) => kept.keep((before) => ({ ...before, ...differing }))
  const asked = useDeferredValue(draft)
  const preview = useQuery({
    ...apiQuery(previewIntake, previewOf(asked)),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const person = useQuery({
    ...apiQuery(getPerson, { id: draft.personId! }), // Not asked while there is none.
    enabled: draft.personId !== null,
  })
  const register = useCommand(registerPerson)
  const likely = useLikelySame()
  const act = useAct(submitApplication)
  const complaints = complaintsOf(draft)
  const isNumberDoubtful =
    register.error !== null && apiError(register.error).code === 'people.number_contradicts'
  const missing = (preview.data?.papers ?? []).filter(
    ({ state }) => state === 'missing' || state === 'rejected',
  )
  const channels = preview.data?.channels ?? [draft.channel]
  const channel = channels.includes(draft.channel) ? draft.channel : channels[0]!
  const isComplete = preview.data !== undefined && missing.length === 0

  /** Whoever is not in the register is taken into it first, so that the file has its person from the beginning. */
  const submit = () => {
    setAttempt((before) => before + 1)
    if (complaints.length > 0 || act.isPending || register.isPending || likely.isPending) return
    const found = draft.personId && person.data
    const subject = found
      ? {
          fullName: found.fullName,
          sex: found.sex,
          born: found.born,
          bornPrecision: found.bornPrecision,
          number: found.identifiers.find(({ kind }) => kind === 'personal_id')?.number ?? null,
          village: found.village,
          phone: draft.phone.trim() || found.phone,
        }
      : {
          fullName: draft.subject.fullName.trim(),
          sex: draft.subject.sex,
          born: draft.subject.birth!.date, // Complained about above where it is not there.
          bornPrecision: draft.subject.birth!.precision,
          number: draft.subject.number.trim() || null,
          village: draft.subject.village.trim() || null,
          phone: draft.phone.trim() || null,
        }
    const { applicant, method } = draft
    const send = (personId: PersonId) =>
      act.send(
        {
          procedure: draft.procedure,
          channel,
          ...receivedAtOf(draft),
          areaId: found?.home?.nowId ?? me.areaId,
          personId,
          subject,
          applicant: applicant && {
            fullName: applicant.fullName.trim(),
            relation: applicant.relation,
            phone: applicant.phone.trim() || null,
          },
          asked: { standing: draft.standing, answers: draft.answers },
          payment: method && {
            method,
            bank: method === 'account' ? draft.bank.trim() || null : null,
            account: method === 'account' ? draft.account.trim() : null,
          },
          papers: Object.entries(draft.papers).map(([kind, state]) => ({ kind, state })),
          isComplete,
          requestId: act.requestId,
        },
        (made) => {
          kept.forget(newDraft(draft.procedure, undefined))
          setReceived({ ...made, fullName: subject.fullName, isComplete })
        },
      )
    if (found) return send(found.id)
    const why = draft.subject.numberKept?.trim() ?? ''
    const keptBecause = why.length >= leastReason && { keptBecause: why }
    const describe = {
      fullName: subject.fullName,
      sex: subject.sex!, // Complained about above where it is not there.
      born: subject.born,
      bornPrecision: subject.bornPrecision,
      number: subject.number,
      phone: subject.phone,
      areaId: me.areaId,
      village: subject.village,
    }
    likely.ask(describe, () =>
      register.mutate(
        {
          fullName: subject.fullName,
          sex: subject.sex!, // Complained about above where it is not there.
          born: subject.born,
          bornPrecision: subject.bornPrecision,
          phone: subject.phone,
          identifiers: subject.number
            ? [{ kind: 'personal_id', number: subject.number, ...keptBecause }]
            : [],
          home: { areaId: me.areaId, village: subject.village },
          source: words.source,
          requestId: act.requestId,
        },
        {
          onSuccess: ({ personId }) => {
            change({ personId })
            send(personId)
          },
        },
      ),
    )
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
          <Button
            emphasis="primary"
            icon="document"
            isPending={act.isPending || register.isPending || likely.isPending}
            onPress={() => submit()}
          >
            {isComplete ? words.submit : words.submitIncomplete}
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
              kept.forget(begin())
            }}
          >
            {words.beginAnew}
          </Button>
        </p>
      )}
      <ErrorSummary
        attempt={attempt}
        errors={
          attempt > 0
            ? complaints.map(({ field, kind }) => ({
                fieldId: `intake-${field}`,
                message: words.complaints[kind],
              }))
            : []
        }
      />
      <LikelySameNotice
        found={likely.found}
        onChoose={(personId) => {
          likely.forget()
          change({ personId, isNew: false })
        }}
        onRefuse={likely.refuse}
      />
      <ProblemNotice error={likely.error} words={t.problems} />
      <ProblemNotice error={register.error} words={t.problems} />
      <ProblemNotice error={act.error} words={t.problems} />
      <div className="file-columns">
        <div className="stack aside intake-aside">
          <IntakeResult
            preview={preview.data}
            personId={draft.personId}
            isNamed={Boolean(draft.personId ?? draft.subject.birth)}
          />
        </div>
        <div className="stack">
          <Panel title={words.what} isPadded>
            <IntakeCarried
              onFill={({ procedure, facts }) =>
                change({ procedure, standing: facts, answers: {}, papers: {} })
              }
            />
            <div className="intake-row">
              <Select
                label={t.queue.procedure}
                options={procedureIds.map((value) => ({ value, label: t.procedures[value] }))}
                value={draft.procedure}
                onChange={(value) =>
                  value && change({ procedure: value, standing: {}, answers: {}, papers: {} })
                }
              />
              <Select
                label={t.queue.channel}
                options={channels.map((value) => ({
                  value,
                  label: t.channels[value],
                }))}
                value={channel}
                onChange={(value) => value && change({ channel: value })}
              />
              <IntakeDay draft={draft} complaints={attempt > 0 ? complaints : []} onChange={change} />
            </div>
            {preview.data && (
              <p className="hint">
                {words.by(
                  preview.data.forms.map(({ number }) => words.form(number)).join(', '),
                  preview.data.edition.citation,
                )}
              </p>
            )}
          </Panel>
          <IntakePerson
            draft={draft}
            person={draft.personId ? person.data : undefined}
            alike={preview.data?.alike ?? []}
            complaints={attempt > 0 ? complaints : []}
            isNumberDoubtful={isNumberDoubtful}
            onChange={change}
          />
          <ProblemNotice error={preview.error} words={t.problems} onRetry={() => void preview.refetch()} />
          <IntakeQuestions draft={draft} preview={preview.data} onChange={change} />
          <IntakePayment draft={draft} complaints={attempt > 0 ? complaints : []} onChange={change} />
          <IntakePapers draft={draft} papers={preview.data?.papers ?? []} onChange={change} />
        </div>
      </div>
    </>
  )
}
