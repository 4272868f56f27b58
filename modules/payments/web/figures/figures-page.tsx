import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { addMonths, monthOf, monthsThrough, todayInVietnam, type Month } from '#kernel/civil-date'
import { getArea, listChildren } from '#modules/geography/contract'
import { apiQuery } from '#platform/web/api'
import { useMe } from '#platform/web/session'
import { Select } from '#ui/choice'
import { ComboBox } from '#ui/combo-box'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { explainMonth, type FigureLadder } from '../../contract.ts'
import { figuresHref } from '../hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './figures.css'

/** «Vì sao các con số khác nhau»: each figure other pages show of a month, counted for itself and explained by the next. */
export function FiguresPage({ month, areaId }: { month: Month; areaId: number | undefined }) {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(
    apiQuery(explainMonth, { month, ...(areaId !== undefined && { areaId }) }),
  )
  return (
    <>
      <PageHead crumbs={[{ label: t.payments }, { label: t.title }]} title={t.titleOf(formatMonth(month))}>
        <p className="filter-line">{data.area.name}</p>
      </PageHead>
      <p>{t.about}</p>
      <Choices month={month} areaId={areaId} />
      <div className="figure-ladders">
        {data.ladders.filter(saysSomething).map((ladder) => (
          <Ladder key={ladder.name} ladder={ladder} />
        ))}
      </div>
    </>
  )
}

const everything = 'all'

/** The last two years of months, and one of the communes for whoever has several. */
function Choices({ month, areaId }: { month: Month; areaId: number | undefined }) {
  const t = useMessages({ vi, en })
  const navigate = useNavigate()
  const me = useMe()
  const own = useQuery(apiQuery(getArea, { id: me.areaId }))
  const hasCommunes = own.data !== undefined && own.data.area.level < 3
  const communes = useQuery({ ...apiQuery(listChildren, { id: me.areaId }), enabled: hasCommunes })
  const next = addMonths(monthOf(todayInVietnam()), 1)
  const months = monthsThrough(addMonths(next, -24), next).toReversed()
  const go = (to: string) => void navigate({ to, replace: true })
  return (
    <div className="figure-choices no-print">
      <Select
        label={t.month}
        options={months.map((one) => ({ value: one, label: formatMonth(one) }))}
        value={month}
        onChange={(chosen) => chosen && go(figuresHref(chosen, areaId))}
      />
      {hasCommunes && communes.data && (
        <ComboBox
          label={t.area}
          options={[
            { value: everything, label: t.wholeArea(me.areaName ?? '') },
            ...communes.data.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={areaId === undefined ? everything : String(areaId)}
          onChange={(chosen) =>
            go(figuresHref(month, chosen === null || chosen === everything ? undefined : Number(chosen)))
          }
        />
      )}
    </div>
  )
}

/** From nothing to nothing there is nothing to explain. */
const saysSomething = ({ steps, off }: FigureLadder) => off !== 0 || steps.some(({ value }) => value !== 0)

const signs = { start: '', plus: '+', minus: '−', end: '=' } as const

function Ladder({ ladder: { name, steps, off } }: { ladder: FigureLadder }) {
  const t = useMessages({ vi, en })
  const isMoney = name === 'owed' || name === 'money' || name === 'paid'
  return (
    <section className="stack" aria-labelledby={`con-so-${name}`}>
      <h2 id={`con-so-${name}`}>{t.ladders[name]}</h2>
      <DataTable
        caption={t.ladders[name]}
        isCaptionHidden
        rows={steps}
        rowKey={({ figure }) => figure}
        isCurrent={({ sign }) => sign === 'end'}
        empty=""
        columns={[
          {
            header: t.what,
            isName: true,
            cell: ({ figure }) => {
              const [said, more] = t.figures[figure]
              return (
                <>
                  {said}
                  {more && <span className="figure-more">{more}</span>}
                </>
              )
            },
          },
          {
            header: isMoney ? t.money : t.value,
            align: 'end',
            cell: ({ sign, value }) => `${signs[sign]} ${formatCount(value)}`.trim(),
          },
        ]}
      />
      {off === 0 ? (
        <p>
          <Chip kind="ok" icon="check">
            {t.agrees}
          </Chip>
        </p>
      ) : (
        <Notice kind="err" title={t.off(formatCount(off))} />
      )}
    </section>
  )
}
