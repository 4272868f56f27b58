import type { CivilDate } from '#kernel/civil-date'
import { nd147, nd20, type Source } from '#modules/entitlement'
import type { Competence, Procedure } from '../procedure.ts'
import { firstOfR21, firstOfR25 } from './clocks.ts'

export const communeChair = (from: CivilDate, cite: Source): Competence => ({
  from,
  by: 'commune_chair',
  title: { vi: 'Chủ tịch Ủy ban nhân dân cấp xã', en: 'Chair of the commune People’s Committee' },
  cite,
})

export const districtChair = (cite: Source): Competence => ({
  from: firstOfR21,
  by: 'district_chair',
  title: { vi: 'Chủ tịch Ủy ban nhân dân cấp huyện', en: 'Chair of the district People’s Committee' },
  cite,
})

export const facilityHead = (cite: Source): Competence => ({
  from: firstOfR21,
  by: 'facility_head',
  title: { vi: 'Người đứng đầu cơ sở trợ giúp xã hội', en: 'Head of the social assistance facility' },
  cite,
})

/** District chairs decided until the districts ended; then those of communes, on older files too (TRN-04). */
export const districtThenCommune: Procedure['competent'] = [
  districtChair(nd20('khoản 1 Điều 8')),
  communeChair(firstOfR25, nd147('Điều 5')),
]
