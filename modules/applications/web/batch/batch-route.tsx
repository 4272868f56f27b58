import { useSearch } from '@tanstack/react-router'
import { BatchId } from '../../contract.ts'
import { BatchPage } from './batch-page.tsx'
import { BatchesPage } from './batches-page.tsx'
import { readBenefit } from './benefits.ts'

/** The lists of a commune, or the one an address names. */
export function BatchRoute() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const id = BatchId.safeParse(search['xem']).data
  const page = Math.max(1, Math.trunc(Number(search['trang'])) || 1)
  if (id) return <BatchPage key={id} id={id} page={page} />
  return <BatchesPage benefit={readBenefit(search['khoan'])} page={page} />
}
