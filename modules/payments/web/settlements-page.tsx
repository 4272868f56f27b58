import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Month } from '#kernel/civil-date'
import { apiQuery, useRequestId } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { Allowed, useMe } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { RadioCards, Select } from '#ui/choice'
import { DataTable } from '#ui/data-table'
import { formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { MonthField } from '#ui/parsed-field'
import { EmptyState } from '#ui/states'
import {
  listProviders,
  listSettlements,
  openSettlement,
  Span,
  type ProviderId,
  type SettlementSummary,
} from '../contract.ts'
import { settlementHref } from './hrefs.ts'
import { messages as allEn } from './messages.en.ts'
import { messages as allVi } from './messages.vi.ts'
import { settlementWords as en } from './settlement-words.en.ts'
import { settlementWords as vi } from './settlement-words.vi.ts'

/** Which months were settled, where and by whom. */
export function SettlementsPage() {
  const t = useMessages({ vi, en })
  const { payments } = useMessages({ vi: allVi, en: allEn })
  const { data: rows } = useSuspenseQuery(apiQuery(listSettlements, {}))
  const [isOpening, setOpening] = useState(false)
  return (
    <>
      <PageHead
        crumbs={[{ label: payments }, { label: t.title }]}
        title={t.title}
        actions={
          <Allowed to="payments.check">
            <Button emphasis="primary" icon="plus" onPress={() => setOpening(true)}>
              {t.open}
            </Button>
          </Allowed>
        }
      />
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={rows}
        empty={<EmptyState title={t.none}>{t.noneMore}</EmptyState>}
        columns={[
          {
            header: t.span,
            cell: (row) => <TextLink href={settlementHref(row.id)}>{spanOf(row, t)}</TextLink>,
            isName: true,
          },
          { header: t.provider, cell: ({ provider }) => provider?.name ?? t.allProviders },
          { header: t.area, cell: ({ area }) => area.name },
          { header: t.state, cell: ({ state }) => <SettlementChip state={state} /> },
          { header: t.opened, cell: ({ openedBy }) => openedBy },
          { header: t.locked, cell: ({ lockedBy }) => lockedBy },
        ]}
      />
      {isOpening && <OpenDialog onClose={() => setOpening(false)} />}
    </>
  )
}

export function spanOf({ span, first, last }: SettlementSummary, t: typeof vi) {
  return t.spanOf(span, formatMonth(first), formatMonth(last))
}

export function SettlementChip({ state }: { state: SettlementSummary['state'] }) {
  const t = useMessages({ vi, en })
  return state === 'locked' ? (
    <Chip kind="ok" icon="lock">
      {t.states.locked}
    </Chip>
  ) : (
    <Chip kind="info" icon="pencil">
      {t.states.open}
    </Chip>
  )
}

const everyone = 'all'

function OpenDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages({ vi, en })
  const { areaId } = useMe()
  const { data: providers } = useSuspenseQuery(apiQuery(listProviders, {}))
  const [span, choose] = useState<Span>('month')
  const [provider, setProvider] = useState<ProviderId | typeof everyone | null>(providers[0]?.id ?? everyone)
  const [within, setWithin] = useState<Month | null>(null)
  const [requestId] = useRequestId()
  const isTold = within !== null && provider !== null
  return (
    <CommandDialog
      command={openSettlement}
      input={
        isTold
          ? { providerId: provider === everyone ? null : provider, areaId, span, within, requestId }
          : undefined
      }
      title={t.openTitle}
      verb={t.open}
      words={t}
      onClose={onClose}
      onDone={onClose}
    >
      <RadioCards
        label={t.span}
        options={Span.options.map((value) => ({ value, label: t.spans[value] }))}
        value={span}
        onChange={choose}
      />
      <MonthField label={t.within} hint={t.withinHint} value={within} onChange={setWithin} />
      <Select
        label={t.provider}
        options={[
          ...providers.map(({ id, name }) => ({ value: id, label: name })),
          { value: everyone, label: t.allProviders },
        ]}
        value={provider}
        onChange={setProvider}
      />
    </CommandDialog>
  )
}
