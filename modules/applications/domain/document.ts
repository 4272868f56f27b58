import type { DecisionKind } from './procedure.ts'

/** What the office issues («văn bản»): a decision or notice with a number, or a slip that goes by the code of the file. */
export const documentKinds = [
  'decision',
  'refusal',
  'certificate',
  'receipt',
  'supplement_request',
  'refusal_to_receive',
  'apology',
  'invitation',
  'posting_notice',
  'submission_note',
  'control_slip',
  'council_minutes',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** How each of a council voted stays with the office: whoever asked for the degree receives what was concluded. */
export const isForCitizen = ({ kind }: { readonly kind: string }) => kind !== 'council_minutes'

/** Under which sign a kind is numbered («ký hiệu»); slips carry none. */
export const seriesOf: Readonly<Partial<Record<DocumentKind, string>>> = {
  decision: 'QĐ-UBND',
  refusal: 'TB-UBND',
  certificate: 'GXN-UBND',
}

/** Under which sign the head of a facility numbers: «QĐ-TTBTXH». */
export function seriesOfFacility(kind: 'decision' | 'refusal', abbreviation: string): string {
  return `${kind === 'decision' ? 'QĐ' : 'TB'}-${abbreviation}`
}

/** A number as it is printed: 12/QĐ-UBND. */
export function numberText(sequence: number, series: string): string {
  return `${String(sequence).padStart(2, '0')}/${series}`
}

/** What a decision of a kind goes out as: a refusal is a notice, a degree of disability a certificate. */
export function documentKindOf(kind: DecisionKind): 'decision' | 'refusal' | 'certificate' {
  return kind === 'refuse' ? 'refusal' : kind === 'certify' ? 'certificate' : 'decision'
}
