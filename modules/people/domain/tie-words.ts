import { z } from 'zod'
import { relationKinds, type RelationKind } from './history.ts'

/** What a refusal tells of the ties it is about; who lives out of sight has no name. */
const Refused = z.object({
  ties: z.array(
    z.object({
      kind: z.enum(relationKinds),
      side: z.enum(['from', 'to']),
      fullName: z.string().nullable(),
      born: z.string().nullable(),
    }),
  ),
})

type Words = {
  /** What the other one is to somebody who is the parent, carer, collector or guardian. */
  readonly from: Readonly<Record<RelationKind, string>>
  readonly to: Readonly<Record<RelationKind, string>>
  readonly outOfSight: string
  readonly born: (year: string) => string
}

function wordsFor({ from, to, outOfSight, born }: Words) {
  return (details: unknown): string => {
    const refused = Refused.safeParse(details)
    if (!refused.success || refused.data.ties.length === 0) return ''
    const said = refused.data.ties.map(({ kind, side, fullName, born: day }) => {
      const year = day ? `, ${born(day.slice(0, 4))}` : ''
      return `${(side === 'from' ? from : to)[kind]}: ${fullName ?? outOfSight}${year}`
    })
    return ` (${said.join('; ')})`
  }
}

/** « (con: Trần Văn Nam, sinh 1962)», to stand in the sentence of a refusal; nothing where it tells of no ties. */
export const tiesInVietnamese = wordsFor({
  from: {
    parent_of: 'con',
    spouse_of: 'vợ, chồng',
    cares_for: 'người được chăm sóc',
    collects_for: 'người được nhận thay',
    guardian_of: 'người được giám hộ',
    related_to: 'họ hàng',
  },
  to: {
    parent_of: 'cha, mẹ',
    spouse_of: 'vợ, chồng',
    cares_for: 'người chăm sóc',
    collects_for: 'người nhận thay',
    guardian_of: 'người giám hộ',
    related_to: 'họ hàng',
  },
  outOfSight: 'một người ngoài địa bàn',
  born: (year) => `sinh ${year}`,
})

export const tiesInEnglish = wordsFor({
  from: {
    parent_of: 'child',
    spouse_of: 'spouse',
    cares_for: 'cared for',
    collects_for: 'collected for',
    guardian_of: 'ward',
    related_to: 'relative',
  },
  to: {
    parent_of: 'parent',
    spouse_of: 'spouse',
    cares_for: 'carer',
    collects_for: 'collector',
    guardian_of: 'guardian',
    related_to: 'relative',
  },
  outOfSight: 'somebody out of your area',
  born: (year) => `born ${year}`,
})
