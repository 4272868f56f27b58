import { dong } from '#kernel/dong'
import { livesIn, type Label } from '../../domain/rule-set.ts'
import { allOf, receives, type SupportRule } from '../../domain/support.ts'
import { resolutionOf } from '../sources.ts'

/** Levels of the social pension that a province tops up to, as the press told them before July 2026 (open question TOP-1). */
const levels = [
  { id: 'HN', territory: 'ha-noi', name: 'thành phố Hà Nội', en: 'Hà Nội', to: 650_000 },
  { id: 'HCM', territory: 'ho-chi-minh', name: 'Thành phố Hồ Chí Minh', en: 'Hồ Chí Minh City', to: 650_000 },
  { id: 'HP', territory: 'hai-phong', name: 'thành phố Hải Phòng', en: 'Hải Phòng', to: 700_000 },
  { id: 'QN', territory: 'quang-ninh', name: 'tỉnh Quảng Ninh', en: 'Quảng Ninh', to: 700_000 },
  { id: 'TQ', territory: 'tuyen-quang', name: 'tỉnh Tuyên Quang', en: 'Tuyên Quang', to: 530_000 },
]

/** Where a province adds something of its own, and how it is called. */
export const supplementedTerritories: ReadonlyMap<string, Label> = new Map(
  levels.map(({ territory, name, en }) => [territory, { vi: name, en }]),
)

/** TOP-SP — hỗ trợ thêm của tỉnh: a line of its own, so that money of the centre and of the province stay apart. */
export const supplements: readonly SupportRule[] = levels.map(({ id, territory, name, en, to }) => ({
  id: `TOP-SP-${id}`,
  family: 'province',
  of: ['month'],
  payee: 'person',
  label: {
    vi: `Tỉnh hỗ trợ thêm người hưởng hưu trí xã hội (${name})`,
    en: `Provincial supplement to the social pension (${en})`,
  },
  cite: resolutionOf(name)('mức hỗ trợ thêm', 'uncertain'),
  when: allOf(livesIn({ vi: name, en }, territory), receives('social_pension')),
  gives: { kind: 'topUp', to: dong(to), over: 'social_pension' },
}))
