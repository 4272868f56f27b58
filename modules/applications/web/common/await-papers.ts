import type { ApplicationView } from '../../contract.ts'

/** Papers are made within seconds; whoever looks on is not asked for, and written down as a reader, for ever. */
const mostTimes = 12

type Looking = { readonly state: { readonly dataUpdateCount: number } }

/** Asks again while a paper is being made, and gives up after a while: the page can be loaded again. */
export function untilMade(
  { state: { dataUpdateCount } }: Looking,
  documents: readonly Pick<ApplicationView['documents'][number], 'state'>[],
): number | false {
  return dataUpdateCount < mostTimes && documents.some(({ state }) => state === 'pending') ? 2000 : false
}
