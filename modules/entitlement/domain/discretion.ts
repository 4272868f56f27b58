import type { Standing } from './standing.ts'

/** Stands for a rule whose name would give a confidential fact away. */
export const privateRule = 'PRIVATE'

/** A pattern PostgreSQL understands too; khoản of Điều 5, or single rates of one. */
const ofArticle5 = (some: string) => `^MSA(\\d\\d)?-(${some})(-|$)`

/** Groups whose name alone tells a diagnosis: children and adults with HIV (khoản 3, khoản 8). */
const tellsDiagnosis = new RegExp(ofArticle5('3|8'))

/**
 * Rules that are not named of one person: the confidential ones, and in their company whatever has the same coefficients
 * at the same ages – the other children’s groups, young people who study, severe disability, older people from 60 – so
 * that a name left out says nothing. From the age at which khoản 5 has another coefficient the amount alone tells khoản 8.
 */
export const unnamedRules = ofArticle5('1|2|3|5A-1|6-3|6-4|7|8')
const unnamed = new RegExp(unnamedRules)

/** The groups these rules belong to. */
const company = new RegExp(ofArticle5('1|2|3|5A|6|7|8'))

/** What melts together in a sum over many people: the confidential groups and one neighbour. */
const together = new RegExp(ofArticle5('1|3|8'))

/** What the sum of these is called, wherever it stands. */
export const groupsTogether = {
  vi: 'Nhóm có điều kiện riêng tư (khoản 1, 3, 8)',
  en: 'Groups with private conditions (khoản 1, 3, 8)',
} as const

/** What a group of the company asks for beside age and household: whoever sees which are missing can tell the one there is. */
export const companyFacts: ReadonlySet<string> = new Set<keyof Standing>([
  'abandoned',
  'father',
  'mother',
  'isStudying',
  'wasChildWithoutSupport',
  'hiv',
  'obligor',
  'disability',
  'inDifficultArea',
])

/** Whether being under this rule is itself confidential. */
export function isConfidentialRule(rule: string): boolean {
  return tellsDiagnosis.test(rule)
}

/** Whether a rule is shown without its name to whoever may not know confidential facts. */
export function isUnnamedRule(rule: string): boolean {
  return unnamed.test(rule)
}

/** Whether a group could be the one behind a name left out. */
export function isOfCompany(group: string): boolean {
  return company.test(group)
}

/** Whether a rule or a group is shown as one with the confidential ones in a sum over many people. */
export function isSummedTogether(rule: string): boolean {
  return together.test(rule)
}
