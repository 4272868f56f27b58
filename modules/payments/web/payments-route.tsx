import { useParams, useSearch } from '@tanstack/react-router'
import { Month } from '#kernel/civil-date'
import { NotFound } from '#platform/web/page-states'
import { EnvelopeId, InstructionState } from '../contract.ts'
import { CashPage } from './cash-page.tsx'
import { EnvelopePage } from './envelope-page.tsx'
import { ReconciliationPage } from './reconciliation-page.tsx'

type Search = Readonly<Record<string, string | number | undefined>>

/** Reads the address and shows the envelope it names. */
export function EnvelopeRoute() {
  const { id } = useParams({ strict: false })
  const search: Search = useSearch({ strict: false })
  const known = EnvelopeId.safeParse(id)
  if (!known.success) return <NotFound />
  return (
    <EnvelopePage
      id={known.data}
      state={InstructionState.optional().parse(search['trangthai'])}
      page={Number(search['trang'] ?? 1)}
    />
  )
}

export function ReconciliationRoute() {
  const search: Search = useSearch({ strict: false })
  return <ReconciliationPage page={Number(search['trang'] ?? 1)} isSettled={search['phan'] === 'da-xu-ly'} />
}

export function CashRoute() {
  const search: Search = useSearch({ strict: false })
  return <CashPage month={Month.optional().catch(undefined).parse(search['ky'])} />
}
