import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { Skeleton } from '#ui/states'
import { previewDecision, type ApplicationView } from '../../contract.ts'
import { untoldOf } from '../common/event-told.ts'
import { Once } from '../common/once.tsx'
import { TermsFacts } from '../common/terms.tsx'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { choicesIn } from './benefit-choices.ts'
import { BenefitSelect } from './benefit-select.tsx'
import { GrantResult } from './grant-result.tsx'

type Benefit = keyof typeof vi.benefits

/** What the law makes of the file by everything that is known now; of a move it makes nothing new. */
export function FileResult({ file }: { file: ApplicationView }) {
  const t = useMessages({ vi, en }).file.result
  const isOpen = file.outcome === null && file.actions.length > 0
  if (!isOpen || file.endsIn.includes('transfer')) return null
  return (
    <Panel title={t.title} isPadded>
      <Result file={file} />
    </Panel>
  )
}

/** Each kind of decision asks the law in its own way. */
function Result({ file: { id, personId, endsIn, eventForm } }: { file: ApplicationView }) {
  const t = useMessages({ vi, en }).file.result
  // What these come to depends on the house and the group, which the draft says.
  if (endsIn.includes('admit') || endsIn.includes('discharge')) return <p>{t.ofStay}</p>
  if (personId === null) return <p>{t.notYet}</p>
  const ofAward = endsIn.find((kind) => kind === 'suspend' || kind === 'resume' || kind === 'stop')
  if (ofAward) return <AwardResult id={id} kind={ofAward} />
  if (endsIn.includes('grant') || endsIn.includes('convert'))
    return <GrantResult id={id} personId={personId} />
  if (!eventForm) return <p>{t.nothingMonthly}</p>
  if (untoldOf(eventForm, eventForm.told).length > 0) return <p>{t.untold}</p>
  return <OnceResult id={id} event={eventForm.told} />
}

/** What becomes of what is drawn already; which of several it is, the officer says. */
function AwardResult({ id, kind }: { id: ApplicationView['id']; kind: 'suspend' | 'resume' | 'stop' }) {
  const t = useMessages({ vi, en })
  const [benefit, setBenefit] = useState<Benefit | null>(null)
  const { data, error, isLoading, refetch } = useQuery({
    ...apiQuery(previewDecision, { id, kind, benefit }),
    retry: false,
  })
  const choices = error && choicesIn(error)
  if (choices) return <BenefitSelect benefits={choices} benefit={benefit} onChange={setBenefit} />
  return (
    <>
      <ProblemNotice error={error} words={t.problems} onRetry={() => void refetch()} />
      {isLoading && <Skeleton lines={3} />}
      {data && <TermsFacts kind={kind} benefit={data.benefit} terms={data.terms} />}
    </>
  )
}

/** What the law gives once for what happened, by what is told of it. */
function OnceResult({
  id,
  event,
}: {
  id: ApplicationView['id']
  event: NonNullable<ApplicationView['eventForm']>['told']
}) {
  const t = useMessages({ vi, en })
  const { data, error, isLoading, refetch } = useQuery({
    ...apiQuery(previewDecision, { id, kind: 'support', detail: { kind: 'support', event } }),
    retry: false,
  })
  return (
    <>
      <ProblemNotice error={error} words={t.problems} onRetry={() => void refetch()} />
      {isLoading && <Skeleton lines={2} />}
      {data && <Once isRight={data.isRight} terms={data.terms} />}
    </>
  )
}
