import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { TextLink } from '#ui/button'
import { Chip, type ChipKind } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount, Moment } from '#ui/format'
import type { IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { EmptyState } from '#ui/states'
import { listRecoveries, pageSize, RecoveryState } from '../contract.ts'
import { recoveriesHref, recoveryHref } from './hrefs.ts'
import { messages as allEn } from './messages.en.ts'
import { messages as allVi } from './messages.vi.ts'
import { recoveryWords as en } from './recovery-words.en.ts'
import { recoveryWords as vi } from './recovery-words.vi.ts'
import { StateTabs } from './state-tabs.tsx'

const looks: Readonly<Record<RecoveryState, { kind: ChipKind; icon: IconName }>> = {
  proposed: { kind: 'warn', icon: 'pencil' },
  planned: { kind: 'err', icon: 'undo' },
  settled: { kind: 'ok', icon: 'check' },
  written_off: { kind: 'neutral', icon: 'cross' },
  withdrawn: { kind: 'neutral', icon: 'cross' },
}

/** Where a recovery stands, in a word. */
export function RecoveryChip({ state }: { state: RecoveryState }) {
  const t = useMessages({ vi, en })
  return <Chip {...looks[state]}>{t.states[state]}</Chip>
}

/** What was paid above the right and is to come back, by where it stands. */
export function RecoveriesPage({ state, page }: { state?: RecoveryState | undefined; page: number }) {
  const t = useMessages({ vi, en })
  const { payments } = useMessages({ vi: allVi, en: allEn })
  const { data } = useSuspenseQuery(apiQuery(listRecoveries, { ...(state && { state }), page }))
  return (
    <>
      <PageHead crumbs={[{ label: payments }, { label: t.title }]} title={t.title} />
      <StateTabs
        label={t.state}
        words={t}
        options={RecoveryState.options}
        state={state}
        href={recoveriesHref}
      />
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={data.rows}
        empty={<EmptyState title={t.none}>{t.noneMore}</EmptyState>}
        window={{ first: (page - 1) * pageSize + 1, total: data.total }}
        columns={[
          {
            header: t.person,
            cell: ({ id, person }) => <TextLink href={recoveryHref(id)}>{person.name}</TextLink>,
            isName: true,
          },
          { header: t.area, cell: ({ area }) => area.name },
          { header: t.cause, cell: ({ cause }) => t.causes[cause] },
          {
            header: t.state,
            cell: ({ state, isAsked }) => (
              <span className="btns">
                <RecoveryChip state={state} />
                {isAsked && <Chip kind="warn">{t.waitsForSecond}</Chip>}
              </span>
            ),
          },
          { header: t.plan, cell: ({ plan }) => plan && t.plans[plan] },
          { header: t.amount, cell: ({ amount }) => formatCount(amount), align: 'end' },
          { header: t.open, cell: ({ open }) => formatCount(open), align: 'end' },
          { header: t.found, cell: ({ openedAt }) => <Moment value={openedAt} /> },
        ]}
      />
      <Pages
        page={page}
        pageSize={pageSize}
        total={data.total}
        href={(at) => recoveriesHref({ state, page: at })}
      />
    </>
  )
}
