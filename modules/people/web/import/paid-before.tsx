import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Month } from '#kernel/civil-date'
import { apiQuery, useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { formatCount, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Panel } from '#ui/page'
import { MonthField } from '#ui/parsed-field'
import { getImportImpact, setImportPaidThrough, type ImportView } from '../../import-contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What would be paid again, and the month through which the lists before have paid, so that it is not. */
export function PaidBefore({ view }: { view: ImportView }) {
  const t = useMessages({ vi, en }).paidBefore
  const { problems } = useMessages({ vi, en })
  const { owed } = useSuspenseQuery(apiQuery(getImportImpact, { id: view.id })).data
  const [through, setThrough] = useState<Month | null>(view.paidThrough)
  const tell = useCommand(setImportPaidThrough)
  return (
    <Panel title={t.title}>
      <div className="panel-body stack">
        {owed && (
          <Notice kind="warn" title={t.owed(formatMoney(owed.amount), formatCount(owed.people))}>
            <p>{t.ofMonths(formatMonth(owed.from), formatMonth(owed.through))}</p>
          </Notice>
        )}
        {view.paidThrough && <p>{t.told(formatMonth(view.paidThrough))}</p>}
        <ProblemNotice error={tell.error} words={problems} />
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            tell.mutate({ id: view.id, paidThrough: through })
          }}
        >
          <MonthField label={t.through} hint={t.hint} value={through} onChange={setThrough} />
          <div className="btns">
            <Button type="submit" isPending={tell.isPending} isDisabled={through === view.paidThrough}>
              {through === null && view.paidThrough !== null ? t.nothingPaid : t.save}
            </Button>
          </div>
        </form>
      </div>
    </Panel>
  )
}
