import type { QueueView } from '../../contract.ts'

/** What each view of the queue is called in an address; the first has no name. */
export const slugOf: Readonly<Record<QueueView, string | undefined>> = {
  open: undefined,
  mine: 'cua-toi',
  unassigned: 'chua-giao',
  over: 'qua-han',
  due: 'den-han',
  paused: 'cho-bo-sung',
  to_sign: 'cho-ky',
  closed: 'da-xong',
}

/** What is looked at in the queue; a file keeps it, so that the next one is the next of the same list. */
export type Looking = {
  readonly view: QueueView
  readonly q?: string | undefined
  readonly procedure?: string | undefined
  readonly channel?: string | undefined
  readonly areaId?: number | undefined
  readonly after?: string | undefined
}

export function queueHref(looking: Looking): string {
  return `/nghiep-vu/ho-so${searchOf(looking)}`
}

export function fileHref(id: string, looking?: Looking): string {
  return `/nghiep-vu/ho-so/${id}${looking ? searchOf(looking) : ''}`
}

function searchOf({ view, q, procedure, channel, areaId, after }: Looking): string {
  const search = new URLSearchParams()
  const given = { xem: slugOf[view], tim: q, thutuc: procedure, kenh: channel, xa: areaId, sau: after }
  for (const [name, value] of Object.entries(given)) if (value) search.set(name, String(value))
  const query = search.toString()
  return query && `?${query}`
}

export function signingHref(proposalId?: string): string {
  return proposalId ? `/nghiep-vu/trinh-ky?xem=${proposalId}` : '/nghiep-vu/trinh-ky'
}

export const personHref = (id: string) => `/nghiep-vu/nguoi/${id}`

/** Why a person is due what they are in a month. */
export const whyHref = (personId: string, month: string) => `${personHref(personId)}/vi-sao?thang=${month}`
