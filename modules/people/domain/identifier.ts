import { z } from 'zod'
import type { BirthPrecision, CivilDate } from '#kernel/civil-date'

/** Số định danh cá nhân (12 digits), chứng minh nhân dân (9, historic), mã thẻ BHYT, mã số BHXH. */
export const IdentifierKind = z.enum(['personal_id', 'legacy_id', 'health_card', 'social_insurance'])
export type IdentifierKind = z.infer<typeof IdentifierKind>

/** What is wrong with a number: `hard` is refused, `soft` is kept and looked into, never corrected by itself. */
export type Finding = HardFinding | SoftFinding
export type HardFinding =
  | {
      readonly level: 'hard'
      readonly code: 'wrong_number_length'
      readonly digits: number
      readonly suggested?: string
    }
  | { readonly level: 'hard'; readonly code: 'number_has_other_signs' | 'number_not_of_its_kind' }
export type SoftFinding =
  | { readonly level: 'soft'; readonly code: 'number_province_unknown' | 'number_sex_differs' }
  | { readonly level: 'soft'; readonly code: 'number_birth_year_differs'; readonly year: number }
  | { readonly level: 'soft'; readonly code: 'card_level_unusual'; readonly usual: number }

/** Codes of the provinces that registered a birth; they stay valid after the mergers of 2025. From 100 on: countries. */
export const registeringProvinces: ReadonlySet<string> = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
)

/** A number as it is stored: without the blanks, dots and hyphens people write between groups. */
export function normaliseNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s.\-–]/g, '')
    .toUpperCase()
}

export type Holder = {
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision?: BirthPrecision
}

/** Checks a number against its kind, and against the person where that is given. There is no check digit. */
export function checkIdentifier(kind: IdentifierKind, number: string, holder?: Holder): Finding[] {
  switch (kind) {
    case 'personal_id':
      return checkDigits(number, 12) ?? checkPersonalId(number, holder)
    case 'legacy_id':
      return checkDigits(number, 9) ?? []
    case 'social_insurance':
      return checkDigits(number, 10) ?? []
    case 'health_card':
      return checkHealthCard(number)
  }
}

function checkDigits(number: string, length: number): Finding[] | undefined {
  if (!/^\d+$/.test(number)) return [{ level: 'hard', code: 'number_has_other_signs' }]
  if (number.length === length) return undefined
  const finding = { level: 'hard', code: 'wrong_number_length', digits: number.length } as const
  return [number.length === length - 1 ? { ...finding, suggested: `0${number}` } : finding]
}

/** `PPP G YY NNNNNN`: province of birth registration, century and sex, year, serial. */
function checkPersonalId(number: string, holder?: Holder): Finding[] {
  const findings: Finding[] = []
  if (number < '1' && !registeringProvinces.has(number.slice(0, 3)))
    findings.push({ level: 'soft', code: 'number_province_unknown' })
  const century = Number(number[3])
  if (holder && (century % 2 === 0 ? 'male' : 'female') !== holder.sex)
    findings.push({ level: 'soft', code: 'number_sex_differs' })
  const year = 1900 + 100 * Math.floor(century / 2) + Number(number.slice(4, 6))
  if (holder && year !== Number(holder.born.slice(0, 4)))
    findings.push({ level: 'soft', code: 'number_birth_year_differs', year })
  return findings
}

/** Two letters for the group, the level of benefit, the province, ten digits: `BT 2 26 0012345678`. */
function checkHealthCard(number: string): Finding[] {
  if (number.length !== 15) return [{ level: 'hard', code: 'wrong_number_length', digits: number.length }]
  const [, group, level] = /^([A-Z]{2})([1-5])\d{12}$/.exec(number) ?? []
  if (group === undefined) return [{ level: 'hard', code: 'number_not_of_its_kind' }]
  const usual = usualLevels[group]
  return usual !== undefined && usual !== Number(level)
    ? [{ level: 'soft', code: 'card_level_unusual', usual }]
    : []
}

/** Groups of social assistance whose level the law fixes. */
const usualLevels: Readonly<Record<string, number>> = { BT: 2, HN: 2, TE: 1 }

/** All but the last four signs hidden, for lists and for those who may not read the whole number. */
export function maskNumber(number: string): string {
  return `…${number.slice(-4)}`
}
