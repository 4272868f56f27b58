import { useParams, useSearch } from '@tanstack/react-router'
import { NotFound } from '#platform/web/page-states'
import { ApplicationId } from '../../contract.ts'
import { FilePage } from './file-page.tsx'
import type { Compared } from './file-person.tsx'
import { lookingFrom } from '../common/looking.ts'

/** The file an address names, seen from the list one came from. */
export function FileRoute({ compared }: { compared: Compared }) {
  const { id } = useParams({ strict: false })
  const looking = lookingFrom(useSearch({ strict: false }))
  const parsed = ApplicationId.safeParse(id)
  if (!parsed.success) return <NotFound />
  return <FilePage key={parsed.data} id={parsed.data} looking={looking} compared={compared} />
}
