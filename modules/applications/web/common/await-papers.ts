import type { ApplicationView } from '../../contract.ts'

/** Papers are made within seconds; whoever looks on is not asked for, and written down as a reader, for ever. */
const mostTimes = 12

type Looking = { readonly state: { readonly dataUpdateCount: number } }

/** Asks again while a paper is being made, and gives up after a while: the page can be loaded again. */
export function untilMade(
  { state: { dataUpdateCount } }: Looking,
  documents: readonly Pick<ApplicationView['documents'][number], 'state' | 'unsigned'>[],
): number | false {
  return dataUpdateCount < mostTimes && documents.some(isBeingMade) ? 2000 : false
}

/** What could not be signed is tried again in minutes or by somebody: nobody waits for it before a page. */
function isBeingMade({ state, unsigned }: Pick<ApplicationView['documents'][number], 'state' | 'unsigned'>) {
  return state === 'pending' && unsigned === null
}
