import { MatchRules } from '../matching/configuration.ts'

/**
 * What the register compares of two of its people. Numbers bring nobody together: the register refuses a number a second
 * time, and for the same reason it has to be told how often one person’s numbers differ (`differs`).
 */
const rules = {
  fields: {
    name: { kind: 'vietnamese_name', column: 'name', within: ['sex', 'born.generation'] },
    born: { kind: 'date', column: 'born', order: 'ymd' },
    sex: { kind: 'code', column: 'sex' },
    number: { kind: 'number', column: ['personalId', 'legacyId'], lengths: [9, 12], differs: 0.005 },
    commune: { kind: 'area', column: 'commune' },
    village: { kind: 'text', column: 'village' },
    head: { kind: 'vietnamese_name', column: 'head', unlike: 'name' },
    phone: { kind: 'code', column: 'phone' },
  },
  blocking: [
    ['name.ends', 'born.date'],
    ['name.ends', 'born.day_month'],
    ['name.given', 'born.day_month', 'born.year'],
    ['name.name', 'born.year', 'commune.present'],
    ['name.ends', 'born.year', 'commune.present', 'village'],
    ['name.name', 'commune.present', 'village'],
    ['born.date', 'commune.present'],
    ['name.name', 'born.year'],
  ],
  largestBlock: 200,
  together: [{ fields: ['commune', 'village', 'head', 'phone'], unless: ['name.given', 'born'] }],
}

/** The rules of the register, with the units that became part of others (`successors`) as they are on the day. */
export function registerRules(successors: Readonly<Record<string, string>> = {}): MatchRules {
  const commune = { ...rules.fields.commune, successors }
  return MatchRules.parse({ ...rules, fields: { ...rules.fields, commune } })
}

/** How likely two records must be one person before somebody is asked to look; a work-list is not a verdict. */
export const worthALook = 0.01
/** From here on a row of a list waits until somebody has said whether it is somebody who is there; one person at a desk is asked sooner. */
export const worthAQuestion = 0.1
/** From here on nobody would doubt it, and still nobody is merged without a person looking. */
export const nearlySure = 0.99

/** Fewer people than this teach nothing that is not known better beforehand. */
export const enoughToLearn = 20_000

/** In which share of all people one more record is expected, where the register is too small to learn it. */
const writtenTwice = 0.005

export function expectedPrior(people: number): number {
  return Math.min(0.01, (2 * writtenTwice) / Math.max(2, people))
}
