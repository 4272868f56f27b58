import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { apiQuery, useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { AnswerLayout, getLayout, keepLayout, OrderLayout, type ProviderId } from '../../contract.ts'
import { layoutsHref } from '../hrefs.ts'
import { AnswerFields } from './answer-fields.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { OrderFields } from './order-fields.tsx'
import { AnswerTrial, OrderTrial } from './trials.tsx'
import './layouts.css'

/** How the lists of one provider are laid out: changed here, tried on what there is, and only then used. */
export function LayoutPage({ id }: { id: ProviderId }) {
  const t = useMessages({ vi, en })
  const { data: view } = useSuspenseQuery(apiQuery(getLayout, { id }))
  const [orders, setOrders] = useState(view.orders)
  const [answers, setAnswers] = useState(view.answers)
  const [requestId, renew] = useRequestId()
  const keep = useCommand(keepLayout)
  const [lacksOut, lacksBack] = [lacksOf(OrderLayout, orders), lacksOf(AnswerLayout, answers)]
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.administration },
          { label: t.title, href: layoutsHref },
          { label: view.provider.name },
        ]}
        title={t.titleOf(view.provider.name)}
      >
        <p className="filter-line">
          {view.takesLists ? t.list : t.iso} ·{' '}
          {view.made ? t.madeBy(view.made.by, formatInstant(view.made.at)) : t.usual}
        </p>
      </PageHead>
      <div className="layout-sides">
        {view.takesLists && (
          <section className="stack" aria-labelledby="gui-di">
            <h2 id="gui-di">{t.orders}</h2>
            <OrderFields layout={orders} onChange={setOrders} />
            <Lacks lacks={lacksOut} />
            <OrderTrial view={view} orders={orders} isSound={lacksOut.length === 0} />
          </section>
        )}
        <section className="stack" aria-labelledby="nhan-ve">
          <h2 id="nhan-ve">{t.answers}</h2>
          <AnswerFields layout={answers} onChange={setAnswers} />
          <Lacks lacks={lacksBack} />
          <AnswerTrial view={view} answers={answers} isSound={lacksBack.length === 0} />
        </section>
      </div>
      <ProblemNotice error={keep.error} words={t.problems} />
      {keep.isSuccess && <Notice kind="ok" isLive title={t.kept} />}
      <div className="btns">
        <Button
          emphasis="primary"
          icon="check"
          isDisabled={lacksOut.length > 0 || lacksBack.length > 0}
          isPending={keep.isPending}
          onPress={() => keep.mutate({ id, orders, answers, requestId }, { onSuccess: renew })}
        >
          {t.keep}
        </Button>
      </div>
      {view.versions.length > 0 && (
        <section aria-labelledby="cac-lan">
          <h2 id="cac-lan">{t.versions}</h2>
          <ul className="lines">
            {view.versions.map((version) => (
              <li key={version.id}>{t.madeBy(version.by, formatInstant(version.at))}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** What keeps a layout from being one, by its own rules. */
function lacksOf(schema: z.ZodType, layout: unknown): string[] {
  const read = schema.safeParse(layout)
  return read.success
    ? []
    : [...new Set(read.error.issues.map(({ code, message }) => (code === 'custom' ? message : 'incomplete')))]
}

function Lacks({ lacks }: { lacks: readonly string[] }) {
  const t = useMessages({ vi, en })
  return lacks.map((lack) => <Notice key={lack} kind="warn" isLive title={t.lacks[lack] ?? t.incomplete} />)
}
