import type { LearnedWeights } from '../matching/configuration.ts'
import { knownShares } from '../matching/known-shares.ts'

const { vietnamese_name: name, date } = knownShares

/**
 * How records are weighed in a register too small to learn it from: learned from 200,000 invented people, of whom some were
 * written down twice (`node bench/matching.ts weights`).
 */
export const firstWeights: Omit<LearnedWeights, 'prior'> = {
  together: [15.18],
  comparisons: {
    'name.family': name.family,
    'name.middle': name.middle,
    'name.given': name.given,
    born: date.date,
    sex: { m: [0.9912, 0.00885], u: [0.5002, 0.4998] },
    number: { m: [0.99, 0.005, 0.005], u: [1e-7, 1e-7, 1] },
    commune: { m: [0.6793, 0.2589, 1e-7, 0.06177], u: [0.007308, 0.02074, 1e-7, 0.972] },
    village: { m: [0.9349, 2.984e-6, 1e-7, 0.06505], u: [0.06251, 0.008194, 1e-7, 0.9293] },
    'head.family': {
      m: [0.9947, 1e-7, 0.005316, 1e-7, 1e-7, 1e-7, 1e-7],
      u: [0.1372, 1e-7, 9.517e-5, 0.0003093, 0.001634, 1e-7, 0.8608],
    },
    'head.middle': {
      m: [0.9947, 1e-7, 0.005316, 1e-7, 1e-7, 1e-7, 1e-7],
      u: [0.1365, 1e-7, 0.0002379, 1e-7, 0.01225, 0.02245, 0.8285],
    },
    'head.given': {
      m: [0.9947, 1e-7, 0.005316, 1e-7, 1e-7, 1e-7, 1e-7],
      u: [0.01933, 0.0003212, 0.0001586, 0.002126, 0.02911, 1e-7, 0.949],
    },
    phone: { m: [0.8615, 0.1385], u: [2.571e-5, 1] },
  },
}
