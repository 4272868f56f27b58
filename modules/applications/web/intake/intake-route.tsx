import { useSearch } from '@tanstack/react-router'
import { PersonId } from '#modules/people/contract'
import { procedureIds } from '../../contract.ts'
import { IntakePage } from './intake-page.tsx'

/** Begins a file, for the person and the procedure an address names. */
export function IntakeRoute() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const personId = PersonId.safeParse(search['nguoi']).data
  const procedure = procedureIds.find((one) => one === search['thutuc'])
  return <IntakePage key={`${personId} ${procedure}`} personId={personId} procedure={procedure} />
}
