import { useSearch } from '@tanstack/react-router'
import { ProposalId } from '../../contract.ts'
import { SigningPage } from './signing-page.tsx'

/** What waits for a signature, with the decision an address names opened beside. */
export function SigningRoute() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const after = typeof search['sau'] === 'string' ? search['sau'] : undefined
  return <SigningPage open={ProposalId.safeParse(search['xem']).data} after={after} />
}
