import { useSearch } from '@tanstack/react-router'
import { lookingFrom } from '../common/looking.ts'
import { QueuePage } from './queue-page.tsx'

/** Reads the address and shows the queue it names. */
export function QueueRoute() {
  const looking = lookingFrom(useSearch({ strict: false }))
  // Whoever was chosen in one list is not chosen in another.
  return <QueuePage key={JSON.stringify(looking)} looking={looking} />
}
