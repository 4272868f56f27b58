import type { FacilityView } from '../../contract.ts'

/** A facility as it is being typed. */
export type FacilityDraft = {
  readonly name: string
  readonly superior: string
  readonly abbreviation: string
  readonly headId: string | null
  readonly headTitle: string
  readonly kind: FacilityView['kind']
  readonly ownership: 'public' | 'private' | null
  readonly places: string
  readonly serves: string
  readonly address: string
  readonly phone: string
  readonly isListed: boolean
}

export function draftOf(facility: FacilityView | undefined): FacilityDraft {
  return {
    name: facility?.name ?? '',
    superior: facility?.superior ?? '',
    abbreviation: facility?.abbreviation ?? '',
    headId: facility?.head.id ?? null,
    headTitle: facility?.headTitle ?? 'Giám đốc',
    kind: facility?.kind ?? null,
    ownership: facility?.isPublic == null ? null : facility.isPublic ? 'public' : 'private',
    places: facility?.places == null ? '' : String(facility.places),
    serves: facility?.serves ?? '',
    address: facility?.address ?? '',
    phone: facility?.phone ?? '',
    isListed: facility?.isListed ?? false,
  }
}

/** Numbers are written in capitals, however somebody typed them. */
const abbreviationIn = (text: string) => text.trim().toLocaleUpperCase('vi')

export const isAbbreviation = (text: string) => /^[A-ZĐ]{2,12}$/.test(abbreviationIn(text))

/** Empty where nobody knows; NaN is what cannot be read. */
export function placesIn(text: string): number | null {
  const digits = text.replaceAll(/[.\s]/g, '')
  if (digits === '') return null
  return /^\d{1,5}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 10_000
    ? Number(digits)
    : Number.NaN
}

/** What is sent of a draft that can be read. */
export function toldOf(draft: FacilityDraft) {
  const { name, abbreviation, headTitle, kind, ownership, isListed } = draft
  const text = (value: string) => value.trim() || null
  return {
    name,
    superior: text(draft.superior),
    abbreviation: abbreviationIn(abbreviation),
    headTitle: headTitle.trim() || 'Giám đốc',
    kind,
    isPublic: ownership && ownership === 'public',
    places: placesIn(draft.places),
    serves: text(draft.serves),
    address: text(draft.address),
    phone: text(draft.phone),
    isListed,
  }
}
