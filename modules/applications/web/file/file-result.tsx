import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addMonths, firstDayOf, monthOf, todayInVietnam, type CivilDate } from '#kernel/civil-date'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { Select } from '#ui/choice'
import { formatDay, formatMoney, formatMonth, Money } from '#ui/format'
import { Icon } from '#ui/icon'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Panel } from '#ui/page'
import { Skeleton } from '#ui/states'
import { previewDecision, type ApplicationView } from '../../contract.ts'
import { whyHref } from '../common/hrefs.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { Lines, TermsFacts } from '../common/terms.tsx'
import { choicesIn } from './benefit-choices.ts'

type Benefit = keyof typeof vi.benefits

/** What these come to depends on the house and the group, which the draft says. */
const ofStay: ReadonlySet<string> = new Set([
  'facility_admission',
  'emergency_admission',
  'facility_discharge',
])

/** What the procedures decide that are about what is drawn already. */
const ofAward: Readonly<Partial<Record<ApplicationView['procedure'], 'suspend' | 'resume' | 'stop'>>> = {
  suspension: 'suspend',
  resumption: 'resume',
  termination: 'stop',
}

/** What the law makes of the file, by everything that is known now, and what waiting costs the person. */
export function FileResult({ file }: { file: ApplicationView }) {
  const t = useMessages({ vi, en })
  const words = t.file.result
  const can = useCan()
  const [benefit, setBenefit] = useState<Benefit | null>(null)
  const isOpen = file.outcome === null && file.actions.length > 0
  const isOfStay = ofStay.has(file.procedure)
  const ending = ofAward[file.procedure]
  const today = todayInVietnam()
  const now = useQuery({
    ...apiQuery(previewDecision, { id: file.id, kind: 'grant', benefit }),
    enabled: file.personId !== null && isOpen && !isOfStay && !ending,
    retry: false,
  })
  if (!isOpen || file.procedure === 'residence_transfer') return null
  if (ending)
    return (
      <Panel title={words.title} isPadded>
        <AwardResult id={file.id} kind={ending} isMatched={file.personId !== null} />
      </Panel>
    )
  if (isOfStay)
    return (
      <Panel title={words.title} isPadded>
        <p>{words.ofStay}</p>
      </Panel>
    )
  if (file.personId === null)
    return (
      <Panel title={words.title} isPadded>
        <p>{words.notYet}</p>
      </Panel>
    )
  const benefits = now.error && choicesIn(now.error)
  if (benefits) {
    if (benefits.length === 0)
      return (
        <Panel title={words.title} isPadded>
          {file.procedure === 'funeral_support' ? <OnceResult id={file.id} /> : <p>{words.nothingMonthly}</p>}
        </Panel>
      )
    return (
      <Panel title={words.title} isPadded>
        <BenefitSelect benefits={benefits} benefit={benefit} onChange={setBenefit} />
      </Panel>
    )
  }
  return (
    <Panel title={words.title} isPadded>
      <ProblemNotice error={now.error} words={t.problems} onRetry={() => void now.refetch()} />
      {now.isLoading && <Skeleton lines={3} />}
      {now.data && (
        <div className="stack">
          <p className="res">
            <span>
              <Icon name={now.data.isRight ? 'check' : 'cross'} />{' '}
              <b>{now.data.isRight ? words.right : words.noRight}</b>{' '}
              {now.data.isRight && <Money value={now.data.terms.monthly} />}
            </span>
            {can('people.read') && (
              <TextLink href={whyHref(file.personId, now.data.terms.effective)}>{words.why}</TextLink>
            )}
          </p>
          {now.data.terms.before > 0 && (
            <Notice kind="warn">
              <p>{words.receives(formatMoney(now.data.terms.before))}</p>
            </Notice>
          )}
          {now.data.isRight ? (
            <Lines terms={now.data.terms} />
          ) : (
            <WhyNot title={words.firstFailing} reasons={now.data.terms.reasons} />
          )}
          {now.data.isRight && now.data.delayCost > 0 && (
            <IfSigned id={file.id} benefit={benefit} today={today} now={now.data} />
          )}
        </div>
      )}
    </Panel>
  )
}

export function BenefitSelect({
  benefits,
  benefit,
  onChange,
}: {
  benefits: readonly Benefit[]
  benefit: Benefit | null
  onChange: (benefit: Benefit | null) => void
}) {
  const t = useMessages({ vi, en })
  return (
    <Select
      label={t.file.result.benefit}
      options={benefits.map((value) => ({ value, label: t.benefits[value] }))}
      value={benefit}
      onChange={onChange}
    />
  )
}

/** What becomes of what is drawn already; which of several it is, the officer says. */
function AwardResult({
  id,
  kind,
  isMatched,
}: {
  id: ApplicationView['id']
  kind: 'suspend' | 'resume' | 'stop'
  isMatched: boolean
}) {
  const t = useMessages({ vi, en })
  const [benefit, setBenefit] = useState<Benefit | null>(null)
  const { data, error, isLoading, refetch } = useQuery({
    ...apiQuery(previewDecision, { id, kind, benefit }),
    enabled: isMatched,
    retry: false,
  })
  if (!isMatched) return <p>{t.file.result.notYet}</p>
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

/** What the law gives once for the death the register knows of; who receives it is said with the draft. */
function OnceResult({ id }: { id: ApplicationView['id'] }) {
  const t = useMessages({ vi, en })
  const words = t.file.result
  const { data, error, isLoading, refetch } = useQuery({
    ...apiQuery(previewDecision, { id, kind: 'support', detail: { kind: 'support' } }),
    retry: false,
  })
  return (
    <div className="stack">
      <ProblemNotice error={error} words={t.problems} onRetry={() => void refetch()} />
      {isLoading && <Skeleton lines={2} />}
      {data && (
        <p className="res">
          <span>
            <Icon name={data.isRight ? 'check' : 'cross'} />{' '}
            <b>{data.isRight ? words.right : words.noRight}</b>{' '}
            {data.terms.once !== null && <Money value={data.terms.once} />}
          </span>
        </p>
      )}
      {data && !data.isRight && <WhyNot title={words.firstFailing} reasons={data.terms.reasons} />}
      {data?.terms.given.map(({ what, quantity }) => (
        <p key={what}>
          {what}
          {quantity && <span className="quiet under-name">{quantity}</span>}
        </p>
      ))}
      {data && data.terms.citations.length > 0 && (
        <p className="quiet">
          {words.citations}: {data.terms.citations.join('; ')}
        </p>
      )}
    </div>
  )
}

/** Why not: of what was asked for the first condition that fails, in words as a refusal has them. */
export function WhyNot({ title, reasons }: { title: string; reasons: readonly string[] }) {
  if (reasons.length === 0) return null
  return (
    <div>
      <p className="h-small">{title}</p>
      <ul className="bullets">
        {reasons.slice(0, 6).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  )
}

type Preview = {
  readonly terms: { readonly effective: ReturnType<typeof monthOf> }
  readonly delayCost: number
}

/** Signed today, or on the first of the next month: the difference is what a delay costs. */
function IfSigned({
  id,
  benefit,
  today,
  now,
}: {
  id: ApplicationView['id']
  benefit: Benefit | null
  today: CivilDate
  now: Preview
}) {
  const t = useMessages({ vi, en }).file.result
  const later = firstDayOf(addMonths(monthOf(today), 1))
  const { data } = useQuery({
    ...apiQuery(previewDecision, { id, kind: 'grant', benefit, signedOn: later }),
    retry: false,
  })
  return (
    <table className="table if-signed">
      <caption className="sr">{t.ifSigned}</caption>
      <tbody>
        <tr>
          <th scope="row">{t.today}</th>
          <td>{t.from(formatMonth(now.terms.effective))}</td>
        </tr>
        {data && (
          <tr>
            <th scope="row">{t.on(formatDay(later))}</th>
            <td>
              {t.from(formatMonth(data.terms.effective))}
              {data.terms.effective > now.terms.effective && (
                <>
                  , <span className="loss">{t.lost(formatMoney(now.delayCost))}</span>
                </>
              )}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
