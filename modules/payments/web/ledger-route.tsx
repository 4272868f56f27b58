import { useParams, useSearch } from '@tanstack/react-router'
import { NotFound } from '#platform/web/page-states'
import { z } from 'zod'
import { RecoveryState } from '../contract.ts'
import { EntryPage } from './entry-page.tsx'
import { LedgerPage } from './ledger-page.tsx'
import { LedgerSearch } from './ledger-search.ts'
import { RecoveriesPage } from './recoveries-page.tsx'
import { RecoveryPage } from './recovery-page.tsx'
import { RefundPage } from './refund-page.tsx'
import { SettlementPage } from './settlement-page.tsx'

type Search = Readonly<Record<string, string | number | undefined>>

/** Reads the address and shows the entries it means. */
export function LedgerRoute() {
  const search: Search = useSearch({ strict: false })
  return <LedgerPage search={LedgerSearch.parse(search)} />
}

export function EntryRoute() {
  const { id } = useParams({ strict: false })
  const search: Search = useSearch({ strict: false })
  const number = Number(id)
  if (!Number.isSafeInteger(number) || number < 1) return <NotFound />
  return <EntryPage id={number} page={Number(search['trang'] ?? 1)} />
}

export function RecoveriesRoute() {
  const search: Search = useSearch({ strict: false })
  return (
    <RecoveriesPage
      state={RecoveryState.optional().catch(undefined).parse(search['tinhtrang'])}
      page={Number(search['trang'] ?? 1)}
    />
  )
}

export function RecoveryRoute() {
  const { id } = useParams({ strict: false })
  const known = z.uuid().safeParse(id)
  return known.success ? <RecoveryPage id={known.data} /> : <NotFound />
}

export function SettlementRoute() {
  const { id } = useParams({ strict: false })
  const known = z.uuid().safeParse(id)
  return known.success ? <SettlementPage id={known.data} /> : <NotFound />
}

export function RefundRoute() {
  const { id } = useParams({ strict: false })
  const search: Search = useSearch({ strict: false })
  const known = z.uuid().safeParse(id)
  return known.success ? <RefundPage id={known.data} page={Number(search['trang'] ?? 1)} /> : <NotFound />
}
