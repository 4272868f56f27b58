import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { LinkButton, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { Select } from '#ui/choice'
import { DataTable } from '#ui/data-table'
import { formatCount, formatInstant, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Panel } from '#ui/page'
import { EmptyState } from '#ui/states'
import { getCashlessEffect, listWaves, type Effect, type WaveView } from '../contract.ts'
import { Head } from './head.tsx'
import { effectHref, envelopeHref, planHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Whether it helps: the communes of a wave before and after, beside those that have not begun. */
export function EffectPage() {
  const t = useMessages({ vi, en })
  const { dot, xa: areaId } = useSearch({ strict: false }) as { dot?: string; xa?: number } // As the route parses it.
  const { data: waves } = useSuspenseQuery(apiQuery(listWaves, {}))
  const living = waves.filter(({ isCancelled }) => !isCancelled)
  const wave = living.find(({ id }) => id === dot) ?? living[0]
  return (
    <>
      <Head part="effect">
        <p>{t.effect.lead}</p>
      </Head>
      {wave ? (
        <OfWave wave={wave} waves={living} areaId={areaId} />
      ) : (
        <EmptyState title={t.effect.none}>
          {t.effect.noneMore} <TextLink href={planHref}>{t.effect.toPlan}</TextLink>
        </EmptyState>
      )}
    </>
  )
}

function OfWave({
  wave,
  waves,
  areaId,
}: {
  wave: WaveView
  waves: readonly WaveView[]
  areaId: number | undefined
}) {
  const t = useMessages({ vi, en })
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(
    apiQuery(getCashlessEffect, { id: wave.id, ...(areaId !== undefined && { areaId }) }),
  )
  const isWhole = data.before.length > 0 && data.after.length > 0
  const misdated = data.groups.reduce((sum, one) => sum + (one.channel === null ? one.misdated : 0), 0)
  const months = (all: Effect['before']) => all.map(formatMonth).join(', ')
  return (
    <div className="stack">
      <div className="inline-form no-print">
        <Select
          label={t.effect.wave}
          options={waves.map(({ id, name }) => ({ value: id, label: name }))}
          value={wave.id}
          onChange={(id) => void navigate({ to: effectHref(id ?? undefined, areaId) })}
        />
        {wave.communes.length > 1 && (
          <Select
            label={t.area}
            options={wave.communes.map(({ id, name }) => ({ value: String(id), label: name }))}
            emptyLabel={t.allAreas}
            value={areaId === undefined ? null : String(areaId)}
            onChange={(value) =>
              void navigate({ to: effectHref(wave.id, value === null ? undefined : Number(value)) })
            }
          />
        )}
      </div>
      {isWhole ? (
        <>
          <p>
            {t.effect.groups(data.wave.communes, data.others)}{' '}
            {t.effect.compared(months(data.before), months(data.after))}{' '}
            <span className="quiet">{data.countedAt && t.counted(formatInstant(data.countedAt))}</span>
          </p>
          {data.others === 0 && <Notice kind="warn" title={t.effect.noOthers} />}
          <div className="cashless-words">
            {data.differences.map((one) => (
              <InWords key={one.measure} difference={one} />
            ))}
          </div>
          <p className="hint">{t.effect.caution}</p>
          {misdated > 0 && <Notice kind="warn" title={t.effect.misdated(misdated)} />}
          <Figures groups={data.groups} />
          <Sources sources={data.sources} />
        </>
      ) : (
        <EmptyState title={t.effect.notYet}>
          {t.effect.notYetMore(data.wave.firstMonth, data.before.length, data.after.length)}
        </EmptyState>
      )}
    </div>
  )
}

/** One measure in sentences anybody can read aloud. */
function InWords({ difference }: { difference: Effect['differences'][number] }) {
  const t = useMessages({ vi, en }).effect
  const { measure, wave, others, difference: value, span, isClear, isFew } = difference
  const say = measure === 'days' ? t.value.days : t.value.share
  const sayChange = measure === 'days' ? t.days : t.points
  return (
    <section className="panel" aria-label={t.measures[measure]}>
      <h2 className="h-small">{t.measures[measure]}</h2>
      <p>{t.own(say(wave[0]), say(wave[1]))}</p>
      {others && <p>{t.others(say(others[0]), say(others[1]))}</p>}
      {value !== null && (
        <p>
          <b>{t.difference(Math.abs(value) < 0.00005 ? t.same : sayChange(value))}</b>
        </p>
      )}
      {span && <p className="quiet">{t.span(sayChange(span[0]), sayChange(span[1]))}</p>}
      <p>
        {isFew ? (
          <Chip kind="warn">{t.few}</Chip>
        ) : (
          value !== null && <Chip kind={isClear ? 'ok' : 'unsure'}>{isClear ? t.clear : t.unclear}</Chip>
        )}
      </p>
    </section>
  )
}

function Figures({ groups }: { groups: Effect['groups'] }) {
  const words = useMessages({ vi, en })
  const t = words.effect.table
  return (
    <Panel title={t.title}>
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={groups.filter(({ orders, channel }) => orders > 0 || channel === null)}
        rowKey={({ group, period, channel }) => `${group} ${period} ${channel}`}
        empty={words.effect.notYet}
        columns={[
          {
            header: t.group,
            isName: true,
            cell: ({ group, period }) => `${t.groups[group]}, ${t.periods[period]}`,
          },
          {
            header: t.channel,
            cell: ({ channel }) => (channel === null ? <b>{t.all}</b> : words.ways[channel]),
          },
          { header: t.orders, align: 'end', cell: ({ orders }) => formatCount(orders) },
          {
            header: t.cashless,
            align: 'end',
            cell: ({ channel, cashless, orders }) => (channel === null ? t.ofOrders(cashless, orders) : ''),
          },
          { header: t.failed, align: 'end', cell: ({ failed, orders }) => t.ofOrders(failed, orders) },
          { header: t.unclaimed, align: 'end', cell: ({ unclaimed }) => formatCount(unclaimed) },
          { header: t.days, align: 'end', cell: ({ days, waited }) => t.mean(days, waited) },
        ]}
      />
    </Panel>
  )
}

/** The envelopes the figures come from, for whoever may open them. */
function Sources({ sources }: { sources: Effect['sources'] }) {
  const words = useMessages({ vi, en })
  const t = words.effect.sources
  const mayOpen = useCan()('payments.read')
  return (
    <details>
      <summary>{t.title(sources.length)}</summary>
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={sources}
        rowKey={({ envelopeId, channel, group }) => `${envelopeId} ${channel} ${group}`}
        empty={words.effect.notYet}
        columns={[
          { header: t.month, isName: true, cell: ({ month }) => formatMonth(month) },
          { header: words.effect.table.group, cell: ({ group }) => words.effect.table.groups[group] },
          { header: words.effect.table.channel, cell: ({ channel }) => words.ways[channel] },
          { header: words.effect.table.orders, align: 'end', cell: ({ orders }) => formatCount(orders) },
          { header: words.effect.table.failed, align: 'end', cell: ({ failed }) => formatCount(failed) },
          ...(mayOpen
            ? [
                {
                  header: t.open,
                  isHeaderHidden: true,
                  cell: ({ envelopeId, month, channel, group }: Effect['sources'][number]) => (
                    <LinkButton
                      href={envelopeHref(envelopeId)}
                      aria-label={t.openOf(month, words.ways[channel], words.effect.table.groups[group])}
                    >
                      {t.open}
                    </LinkButton>
                  ),
                },
              ]
            : []),
        ]}
      />
    </details>
  )
}
