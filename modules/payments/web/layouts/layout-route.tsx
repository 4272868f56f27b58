import { useParams } from '@tanstack/react-router'
import { ProviderId } from '../../contract.ts'
import { LayoutPage } from './layout-page.tsx'

/** Reads whose layout the address names. */
export function LayoutRoute() {
  const { id } = useParams({ strict: false })
  return <LayoutPage key={id} id={ProviderId.parse(id)} />
}
