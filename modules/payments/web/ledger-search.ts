import { z } from 'zod'
import { Month } from '#kernel/civil-date'
import {
  Account,
  EntryFilter,
  EntryKind,
  EnvelopeId,
  IdentityFigure,
  InstructionId,
  ProviderId,
} from '../contract.ts'

/** The filter of the ledger as its address says it; what cannot be understood filters nothing. */
export const LedgerSearch = z.object({
  taikhoan: Account.optional().catch(undefined),
  loai: EntryKind.optional().catch(undefined),
  ky: Month.optional().catch(undefined),
  dotchi: EnvelopeId.optional().catch(undefined),
  lenh: InstructionId.optional().catch(undefined),
  donvi: ProviderId.optional().catch(undefined),
  nguoi: z.uuid().optional().catch(undefined),
  thuhoi: z.uuid().optional().catch(undefined),
  dutoan: z.uuid().optional().catch(undefined),
  so: IdentityFigure.optional().catch(undefined),
  trang: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type LedgerSearch = z.infer<typeof LedgerSearch>

const names = {
  taikhoan: 'account',
  loai: 'kind',
  ky: 'month',
  dotchi: 'envelopeId',
  lenh: 'instructionId',
  donvi: 'providerId',
  nguoi: 'personId',
  thuhoi: 'recoveryId',
  dutoan: 'fundId',
  so: 'figure',
} as const satisfies Partial<Record<keyof LedgerSearch, keyof EntryFilter>>

export function filterOf(search: LedgerSearch): EntryFilter {
  const given = Object.entries(names).flatMap(([short, name]) => {
    const value = search[short as keyof typeof names] // The keys are those above.
    return value === undefined ? [] : [[name, value]]
  })
  return EntryFilter.parse(Object.fromEntries(given))
}

export const ledgerAddress = '/nghiep-vu/so-ke-toan'

/** The entries behind a figure. */
export function ledgerHref(filter: EntryFilter = {}, page = 1) {
  const search = new URLSearchParams()
  for (const [short, name] of Object.entries(names)) {
    const value = filter[name]
    if (value !== undefined) search.set(short, value)
  }
  if (page > 1) search.set('trang', String(page))
  const query = search.toString()
  return `${ledgerAddress}${query && `?${query}#but-toan`}`
}

export const entryHref = (id: number, page = 1) => `${ledgerAddress}/${id}${page > 1 ? `?trang=${page}` : ''}`
