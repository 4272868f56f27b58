import type { Label } from '../../domain/rule-set.ts'

export const ministry: Label = { vi: 'Bộ Y tế (Cục Bảo trợ xã hội)', en: 'Ministry of Health' }
export const province: Label = { vi: 'Ủy ban nhân dân, Hội đồng nhân dân tỉnh', en: 'The province' }
export const insurance: Label = {
  vi: 'Bộ Y tế; cơ quan bảo hiểm xã hội',
  en: 'Ministry of Health; social insurance',
}
export const merit: Label = {
  vi: 'Bộ Y tế; cơ quan quản lý người có công',
  en: 'Ministry of Health; the authority for meritorious service',
}
export const commune: Label = { vi: 'Thực tiễn Ủy ban nhân dân cấp xã', en: 'Practice of communes' }
export const history: Label = { vi: 'Chỉ liên quan đến quá khứ', en: 'History only' }
export const statistics: Label = {
  vi: 'Cục Thống kê; Sở Tài chính',
  en: 'The statistics office; the provincial department of finance',
}
export const registry: Label = { vi: 'Cơ quan hộ tịch', en: 'Civil registration' }
