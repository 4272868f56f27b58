import type { FieldRule, LevelShares } from './configuration.ts'

/** Fewer records than these teach nothing that is not known better beforehand: how often a name or a birth agrees by chance. */
export const enoughToLearn = 2000

/**
 * How records agree by kind and comparison, where it was learned from many: Vietnamese ones from 200,000 invented people of
 * whom some were written down twice (`node bench/matching.ts weights`), English names from 10,000 (`bench/matching-english.ts`).
 */
export const knownShares = {
  vietnamese_name: {
    family: {
      m: [0.8417, 0.004696, 0.106, 0.03349, 0.007926, 0.006164, 1e-7],
      u: [0.1364, 4.002e-5, 0.0005182, 0.0003561, 0.001563, 1e-7, 0.8612],
    },
    middle: {
      m: [0.7759, 0.0008862, 0.09943, 0.02867, 0.008017, 0.07876, 0.008363],
      u: [0.1168, 1e-7, 0.0004996, 0.0001179, 0.005534, 0.07105, 0.806],
    },
    given: {
      m: [0.8398, 0.002703, 0.1042, 0.02564, 0.009, 0.006164, 0.01245],
      u: [0.0116, 0.000104, 0.00014, 0.001662, 0.02635, 1e-7, 0.9601],
    },
  },
  date: {
    date: {
      m: [0.6236, 0.01369, 0.2671, 0.04423, 0.0317, 0.002908, 0.001589, 0.01235, 0.002829],
      u: [6.979e-5, 1.2e-5, 0.0005039, 0.00105, 7.799e-5, 0.001922, 0.009994, 0.04483, 0.9415],
    },
  },
  name_in_parts: {
    given: {
      m: [0.7334, 0.1509, 0.006094, 0.001051, 0.0981, 0.01051],
      u: [0.02221, 0.004045, 0.00139, 0.01032, 4.998e-5, 0.962],
    },
    surname: {
      m: [0.7175, 0.1648, 0.006441, 0.001454, 0.097, 0.01288],
      u: [0.01778, 0.00352, 0.0003415, 0.003484, 4.907e-5, 0.9748],
    },
  },
  number: { number: { m: [0.943, 0.027, 0.03], u: [1e-7, 1e-7, 1] } },
} satisfies Partial<Record<FieldRule['kind'], Readonly<Record<string, LevelShares>>>>

/** What is known of a comparison of this kind; nothing of codes and texts, for a sex is one and a telephone, too. */
export function knownSharesOf(kind: FieldRule['kind'], comparison: string): LevelShares | undefined {
  const all: Partial<Record<FieldRule['kind'], Readonly<Record<string, LevelShares>>>> = knownShares
  return all[kind]?.[comparison]
}
