import { dong, tenths } from '#kernel/dong'
import { ageBelow, ageFrom, flag, is, not } from '../../domain/rule-set.ts'
import { allOf, eventIs, type Gives, type SupportRule } from '../../domain/support.ts'
import { nd20, nd335 } from '../sources.ts'

const nursed = is('facility', 'A', 'B', 'C')
/** Asked about a month it tells what there is; of something spent, whether it stays below the ceiling. */
const right = { family: 'facility', of: ['month', 'spending'], payee: 'facility' } as const
const thing = (vi: string, en: string): Gives => ({ kind: 'inKind', what: { vi, en } })
const about = (...items: string[]) => allOf(nursed, eventIs('item', ...items, 'none'))

const items = (gives: Gives, cite: SupportRule['cite']): SupportRule => ({
  ...right,
  id: 'FAC-ITEMS',
  label: { vi: 'Vật dụng sinh hoạt cá nhân', en: 'Personal items' },
  cite,
  when: about('personal'),
  gives,
})

const utilities = (gives: Gives, cite: SupportRule['cite']): SupportRule => ({
  ...items(gives, cite),
  id: 'FAC-UTILITIES',
  label: { vi: 'Điện, nước, vệ sinh', en: 'Power, water, hygiene' },
  when: about('utilities'),
})

const medicine: SupportRule = {
  ...right,
  id: 'FAC-MEDICINE',
  label: { vi: 'Thuốc thông thường', en: 'Ordinary medicine' },
  cite: nd20('Điều 25, 26'),
  when: about('medicine'),
  gives: { kind: 'upTo', ceiling: dong(100_000), per: 'month' },
}

const monthly = (rule: Omit<SupportRule, 'family' | 'of' | 'payee'>): SupportRule => ({
  ...right,
  of: ['month'],
  ...rule,
})

const treatment = (gives: Gives, cite: SupportRule['cite']) =>
  monthly({
    id: 'FAC-TREATMENT',
    label: { vi: 'Khám, chữa bệnh', en: 'Treatment' },
    cite,
    when: nursed,
    gives,
  })

const school = (cite: SupportRule['cite']) =>
  monthly({
    id: 'FAC-SCHOOL',
    label: { vi: 'Đồ dùng học tập', en: 'School items' },
    cite,
    when: allOf(nursed, flag('isStudying')),
    gives: thing('sách vở, đồ dùng học tập', 'books and school items'),
  })

/** From 13 and not in general school. */
const vocational = (cite: SupportRule['cite']) =>
  monthly({
    id: 'FAC-VOCATIONAL',
    label: { vi: 'Giới thiệu học nghề', en: 'Referral to vocational training' },
    cite,
    when: allOf(nursed, ageFrom(13), ageBelow(18), not(flag('isStudying'))),
    gives: thing('giới thiệu đến cơ sở giáo dục nghề nghiệp', 'referred to vocational education'),
  })

/** FAC-B: emergency protection, at most three months; then somebody has to decide what follows. */
const stay = (cite: SupportRule['cite'], vi: string, en: string): SupportRule => ({
  ...right,
  id: 'FAC-B',
  of: ['admission'],
  label: {
    vi: 'Bảo vệ khẩn cấp tại cơ sở, không quá 3 tháng',
    en: 'Emergency protection in a facility, three months at most',
  },
  cite,
  when: is('facility', 'B'),
  gives: {
    kind: 'inKind',
    what: { vi: `ở tại cơ sở; hết 3 tháng ${vi} quyết định`, en: `a stay; after three months ${en} decides` },
    months: 3,
  },
})

const place = nd20('Điều 25, 26')
export const facilityR21: readonly SupportRule[] = [
  items(thing('bằng hiện vật, theo định mức', 'in kind, by the norms'), place),
  medicine,
  utilities(thing('từ kinh phí hoạt động của cơ sở', 'from the operating budget'), place),
  treatment(thing('theo pháp luật bảo hiểm y tế', 'by health-insurance law'), place),
  school(place),
  vocational(place),
  stay(nd20('khoản 2 Điều 24'), 'cơ quan quản lý cấp trên', 'the superior agency'),
]

const times = (coefficient: number): Gives => ({
  kind: 'upTo',
  ceiling: { coefficient: tenths(coefficient * 10), base: 'standard' },
  per: 'year',
})
const place26 = nd335('Điều 22, 23')

export const facilityR26: readonly SupportRule[] = [
  items(times(10), place26),
  {
    ...items(times(20), place26),
    id: 'FAC-HEALTH',
    label: {
      vi: 'Thuốc thông thường, phục hồi chức năng, văn hóa, thể thao',
      en: 'Ordinary medicine, rehabilitation, culture and sport',
    },
    when: about('health_and_culture', 'medicine'),
  },
  utilities(times(15), place26),
  {
    ...items({ kind: 'upTo', ceiling: dong(15_000_000), per: 'year' }, place26),
    id: 'FAC-EQUIPMENT',
    label: {
      vi: 'Trang thiết bị (cơ sở công lập, tổng không quá 1.500.000.000 đ mỗi năm)',
      en: 'Equipment (public facilities, 1.500.000.000 đ a year in all)',
    },
    when: about('equipment'),
  },
  monthly({
    id: 'FAC-FOOD',
    label: { vi: 'Ăn thêm ngày lễ, Tết, khi ốm', en: 'Extra food on holidays and in illness' },
    cite: place26,
    when: nursed,
    gives: thing('không quá 3 lần tiêu chuẩn ngày thường', 'at most three times the daily ration'),
  }),
  treatment(thing('theo chi phí thực tế', 'at real cost'), place26),
  school(place26),
  vocational(place26),
  stay(nd335('khoản 2 Điều 21'), 'người đứng đầu cơ sở', 'the head of the facility'),
]
