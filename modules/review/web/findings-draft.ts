import type { CivilDate } from '#kernel/civil-date'
import { Finding, fields, isTold, type Field } from '../contract.ts'

/** What stands in the boxes of one field; nothing typed is lost by unticking it. */
export type FieldDraft = {
  readonly on: CivilDate | null
  readonly text: string
  readonly village: string
  readonly address: string
  readonly level: 'exceptionally_severe' | 'severe' | 'mild' | null
  readonly certificate: string
}
export type FindingsDraft = {
  readonly chosen: ReadonlySet<Field>
  readonly of: Readonly<Partial<Record<Field, FieldDraft>>>
}

export const emptyField: FieldDraft = {
  on: null,
  text: '',
  village: '',
  address: '',
  level: null,
  certificate: '',
}
export const emptyDraft: FindingsDraft = { chosen: new Set(), of: {} }

/** The finding that was drafted, where it is whole. */
export function findingOf(field: Field, draft: FieldDraft = emptyField): Finding | undefined {
  const parsed = Finding.safeParse(givenOf(field, draft))
  return parsed.success ? parsed.data : undefined
}

function givenOf(field: Field, { on, text, village, address, level, certificate }: FieldDraft): object {
  if (isTold(field)) return { field, text }
  switch (field) {
    case 'death':
      return { field, on }
    case 'residence':
      return { field, village: village.trim() || null, address: address.trim() || null, from: on }
    case 'leaves_household':
      return { field, from: on }
    case 'disability':
      return { field, level, certificate, issuedOn: on }
  }
}

/** Everything that was ticked, in the order of the form; undefined where something of it is missing. */
export function findingsOf({ chosen, of }: FindingsDraft): Finding[] | undefined {
  const found = fields.filter((field) => chosen.has(field)).map((field) => findingOf(field, of[field]))
  return found.every((finding) => finding !== undefined) ? found : undefined
}

/** The boxes as findings fill them, to be looked at again. */
export function draftOf(findings: readonly Finding[]): FindingsDraft {
  return {
    chosen: new Set(findings.map(({ field }) => field)),
    of: Object.fromEntries(findings.map((finding) => [finding.field, fieldDraftOf(finding)])),
  }
}

function fieldDraftOf(finding: Finding): FieldDraft {
  if ('text' in finding) return { ...emptyField, text: finding.text }
  switch (finding.field) {
    case 'death':
      return { ...emptyField, on: finding.on }
    case 'residence':
      return {
        ...emptyField,
        village: finding.village ?? '',
        address: finding.address ?? '',
        on: finding.from,
      }
    case 'leaves_household':
      return { ...emptyField, on: finding.from }
    case 'disability': {
      const { level, certificate, issuedOn: on } = finding
      return { ...emptyField, level, certificate, on }
    }
  }
}
