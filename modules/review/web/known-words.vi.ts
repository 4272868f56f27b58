export const knownWords = {
  reasons: 'Nội dung cần chú ý',
  noReasons: 'Không có gì sắp thay đổi hay quá cũ.',
  benefits: 'Đang hưởng',
  household: 'Hộ',
  noHousehold: 'Chưa ghi hộ',
  head: 'chủ hộ',
  code: (code: string) => `mã hộ ${code}`,
  recorded: (day: string) => `ghi ngày ${day}`,
  paper: (paper: string) => `giấy tờ: ${paper}`,
  noPaper: 'chưa có giấy tờ',
  number: 'Số định danh',
  numberVerified: 'có, đã đối chiếu dân cư',
  numberUnverified: 'có, chưa đối chiếu dân cư',
  noNumber: 'chưa có',
  phone: 'Điện thoại',
  way: 'Nhận tiền',
  cashOnly: 'Tiền mặt',
  confirmed: 'Lần xác nhận gần nhất',
  neverConfirmed: 'chưa lần nào',
  none: 'không có',
}

export type KnownWords = typeof knownWords
