import type { Component } from '../../domain/determination.ts'
import type { CaseInput } from '../../domain/case-file.ts'
import type { GoldenCase } from './golden-case.ts'

type Due = Partial<Record<Component, number>>

/** A boundary on one line: who, and what two neighbouring months must give. */
export type Row = readonly [
  id: string,
  title: string,
  article: string,
  person: CaseInput,
  ...months: (readonly [month: string, due: Due])[],
]

export function casesOf(rows: readonly Row[]): readonly GoldenCase[] {
  return rows.map(([id, title, article, person, ...months]) => ({
    id,
    title,
    article,
    person,
    expected: months.map(([month, due]) => ({ month, due })),
  }))
}

export const nd136 = (khoan: string) => `khoản ${khoan} Điều 5, Điều 6 Nghị định 136/2013/NĐ-CP`
export const nd20 = (khoan: string) => `khoản ${khoan} Điều 5, Điều 6 Nghị định 20/2021/NĐ-CP`
export const nd176 = 'Điều 2 Nghị định 176/2025/NĐ-CP'
export const nd335 = (khoan: string) => `khoản ${khoan} Điều 5, Điều 6 Nghị định 335/2026/NĐ-CP`
export const abandoned = (born: string): CaseInput => ({ born, facts: { abandoned: true } })
export const student = (born: string): CaseInput => ({
  born,
  facts: { wasChildWithoutSupport: true, isStudying: true },
})
export const hivChild = (born: string): CaseInput => ({ born, facts: { hiv: true, household: 'poor' } })
export const parentOf = (...children: string[]): CaseInput => ({
  born: '1985-01-01',
  facts: {
    household: 'poor',
    singleParent: 'never_married',
    children: children.map((born) => ({ born, isStudying: true })),
  },
})
export const poorElder = (born: string): CaseInput => ({
  born,
  facts: { household: 'poor', obligor: 'none' },
})
export const facilityElder = (born: string): CaseInput => ({
  born,
  facts: { household: 'poor', obligor: 'none', facilityEligibleInCommunity: true },
})
export const disabled = (born: string, disability: 'severe' | 'exceptionally_severe'): CaseInput => ({
  born,
  facts: { disability },
})
export const inDifficultArea = (born: string): CaseInput => ({
  born,
  facts: { household: 'near_poor', inDifficultArea: true },
})
export const nearPoor = (born: string): CaseInput => ({ born, facts: { household: 'near_poor' } })
export const allowance = (amount: number): Due => ({ allowance: amount })
export const parent = (amount: number): Due => ({ single_parent: amount })
export const pension = (amount: number): Due => ({ social_pension: amount })
