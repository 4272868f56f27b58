import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addMonths, firstDayOf, monthOf, todayInVietnam, type CivilDate } from '#kernel/civil-date'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { formatDay, formatMoney, formatMonth, Money } from '#ui/format'
import { Icon } from '#ui/icon'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Skeleton } from '#ui/states'
import { previewDecision, type ApplicationView } from '../../contract.ts'
import { whyHref } from '../common/hrefs.ts'
import { Lines } from '../common/terms.tsx'
import { WhyNot } from '../common/why-not.tsx'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { choicesIn } from './benefit-choices.ts'
import { BenefitSelect } from './benefit-select.tsx'

type Benefit = keyof typeof vi.benefits

/** What the law gives by the month, by everything that is known now, and what waiting costs the person. */
export function GrantResult({ id, personId }: { id: ApplicationView['id']; personId: string }) {
  const t = useMessages({ vi, en })
  const words = t.file.result
  const can = useCan()
  const [benefit, setBenefit] = useState<Benefit | null>(null)
  const today = todayInVietnam()
  const now = useQuery({ ...apiQuery(previewDecision, { id, kind: 'grant', benefit }), retry: false })
  const benefits = now.error && choicesIn(now.error)
  if (benefits) return <BenefitSelect benefits={benefits} benefit={benefit} onChange={setBenefit} />
  return (
    <>
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
              <TextLink href={whyHref(personId, now.data.terms.effective)}>{words.why}</TextLink>
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
            <IfSigned id={id} benefit={benefit} today={today} now={now.data} />
          )}
        </div>
      )}
    </>
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
