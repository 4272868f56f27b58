import { civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { committeeOf } from '../domain/offices.vi.ts'
import type { PersonOnPaper } from '../domain/people.ts'

/** People and papers that tests of this and other modules build on. */
export const hoa: PersonOnPaper = {
  salutation: 'bà',
  fullName: 'Nguyễn Thị Hòa',
  born: civilDate('1938-01-01'),
  bornPrecision: 'year',
  identityNumber: '026138001234',
  address: 'Thôn Bình Sơn, xã Tam Sơn, tỉnh Phú Thọ',
}

export const longNamed: PersonOnPaper = {
  salutation: 'ông',
  fullName: 'Nguyễn Phước Bảo Quý Ưỡng Hằng Tôn Nữ Thục Ẩn',
  born: civilDate('1961-05-09'),
  bornPrecision: 'day',
  identityNumber: '026061004321',
  address: 'Số nhà 12/34/5, đường Nguyễn Tất Thành, tổ dân phố Kim Ngưỡng Thượng, xã Tam Sơn, tỉnh Phú Thọ',
}

export const child: PersonOnPaper = {
  salutation: 'cháu',
  fullName: 'Đỗ Gia Bảo',
  born: civilDate('2021-04-15'),
  bornPrecision: 'day',
  identityNumber: '026221000987',
  address: 'Thôn Nghĩa Lập, xã Tam Sơn, tỉnh Phú Thọ',
}

export const bases = [
  'Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
  'Nghị định số 335/2026/NĐ-CP ngày 21 tháng 8 năm 2026 của Chính phủ quy định chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội',
  'khoản 6 Điều 5, Điều 6 và Điều 8 Nghị định số 335/2026/NĐ-CP',
]

export const common = {
  version: 1,
  issuer: committeeOf({ name: 'Xã Tam Sơn', level: 'commune' }),
  signer: { name: 'Trần Văn Minh', capacity: 'deputy', title: null },
  number: '128',
  signedOn: civilDate('2026-11-23'),
  bases,
  alsoTo: ['Bưu điện xã Tam Sơn (để chi trả)'],
  verification: {
    address: 'https://ansinh.phutho.gov.vn/kiem-tra/7KQ4MX2P93',
    page: 'ansinh.phutho.gov.vn/kiem-tra',
    code: '7KQ4-MX2P-93',
  },
} as const

export const one = {
  ...common,
  person: hoa,
  benefit: 'trợ cấp xã hội hằng tháng',
  ground: 'người khuyết tật nặng quy định tại khoản 6 Điều 5 Nghị định số 335/2026/NĐ-CP',
} as const

export const monthly = {
  amount: dong(810_000),
  reckoning: { standard: dong(540_000), coefficientTenths: 15 },
  from: month('2026-11'),
  until: null,
} as const

export const earlier = {
  number: '2143/QĐ-UBND',
  signedOn: civilDate('2024-08-05'),
  authority: 'Chủ tịch Ủy ban nhân dân huyện Sông Lô',
} as const

export const arrears = { from: month('2026-07'), until: month('2026-10'), total: dong(240_000) } as const
