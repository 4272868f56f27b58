import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { TextLink } from '#ui/button'
import { Icon } from '#ui/icon'
import { useMessages } from '#ui/language'
import { listSuspicions } from '../contract.ts'
import { pairHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** In a row of a list: as whom its person may be written down once more. All rows ask together, once. */
export function SuspicionsOfHit({ personId, listed }: { personId: string; listed: readonly string[] }) {
  const t = useMessages({ vi, en })
  const { data = [] } = useQuery(apiQuery(listSuspicions, { personIds: [...listed] }))
  return data
    .filter((one) => one.personId === personId)
    .map(({ pairId, other }) => (
      <TextLink key={pairId} className="suspicion" href={pairHref(pairId)}>
        <Icon name="warning" /> {t.suspected(other.fullName)}
      </TextLink>
    ))
}
