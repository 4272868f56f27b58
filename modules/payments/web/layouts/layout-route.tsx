import { useParams } from '@tanstack/react-router'
import { NotFound } from '#platform/web/page-states'
import { ProviderId } from '../../contract.ts'
import { LayoutPage } from './layout-page.tsx'

/** Reads whose layout the address names. */
export function LayoutRoute() {
  const { id } = useParams({ strict: false })
  const known = ProviderId.safeParse(id)
  return known.success ? <LayoutPage key={id} id={known.data} /> : <NotFound />
}
