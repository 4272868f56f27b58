import { QueueView, channels, procedureIds } from '../../contract.ts'
import { slugOf, type Looking } from './hrefs.ts'

/** What an address says one looks at; a word it does not know counts for nothing. */
export function lookingFrom(search: Readonly<Record<string, unknown>>): Looking {
  const view = QueueView.options.find((one) => slugOf[one] === search['xem']) ?? 'open'
  const areaId = Number(search['xa'])
  return {
    view,
    q: textIn(search['tim']),
    procedure: procedureIds.find((one) => one === search['thutuc']),
    channel: channels.find((one) => one === search['kenh']),
    areaId: Number.isInteger(areaId) && areaId > 0 ? areaId : undefined,
    after: textIn(search['sau']),
  }
}

/** The same, as the queue is asked for. */
export function inputOf({ view, q, procedure, channel, areaId, after }: Looking) {
  return {
    view,
    ...(q && { q }),
    ...(procedure && { procedure: procedureIds.find((one) => one === procedure) }),
    ...(channel && { channel: channels.find((one) => one === channel) }),
    ...(areaId && { areaId }),
    ...(after && { after }),
  }
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
