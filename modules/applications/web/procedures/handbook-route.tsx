import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { useDaysKept, useShownDays } from '#platform/web/past-view'
import { TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { getHandbook } from '../../handbook-contract.ts'
import { DayForm, NoSuchDay } from './day-form.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useLabel } from '../common/use-label.ts'
import { Cited } from './cited.tsx'
import './handbook.css'

/** Every procedure of a day: for whom, how long, who signs. */
export function HandbookRoute() {
  const t = useMessages({ vi, en })
  const pick = useLabel()
  const kept = useDaysKept()
  const { on } = useShownDays()
  const { data } = useSuspenseQuery(apiQuery(getHandbook, { on }))
  return (
    <div className="stack handbook">
      <PageHead title={t.title}>
        <p className="quiet">{t.intro}</p>
      </PageHead>
      <NoSuchDay />
      <DayForm />
      {data.procedures.length === 0 ? (
        <Notice kind="warn" isLive>
          <p>{t.noneThen(formatDay(data.on))}</p>
        </Notice>
      ) : (
        <div className="panel">
          <DataTable
            caption={t.onDay(formatDay(data.on))}
            rows={data.procedures}
            empty={null}
            columns={[
              {
                header: t.procedure,
                isName: true,
                cell: ({ id, name, about }) => (
                  <>
                    <TextLink href={kept(`/nghiep-vu/thu-tuc/${id}`)}>{pick(name)}</TextLink>
                    <p className="hint">{pick(about)}</p>
                  </>
                ),
              },
              { header: t.time, cell: ({ total }) => pick(total) },
              { header: t.signedBy, cell: ({ signedBy }) => pick(signedBy) },
              {
                header: t.source,
                cell: ({ cite, open }) => (
                  <>
                    <Cited of={cite} />
                    {open > 0 && <Chip kind="unsure">{t.toConfirm(open)}</Chip>}
                  </>
                ),
              },
            ]}
          />
        </div>
      )}
    </div>
  )
}
