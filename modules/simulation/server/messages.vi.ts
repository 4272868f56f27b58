import type { CivilDate, Month } from '#kernel/civil-date'

const monthName = (month: Month) => month.split('-').toReversed().join('/')
const dayName = (day: CivilDate) => day.split('-').toReversed().join('/')

/** The words of what leaves the house; official papers are Vietnamese whatever language the screen has. */
export const reportWords = {
  system: 'An Sinh',
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  committee: 'Ủy ban nhân dân',
  title: 'Phụ lục: tác động của đề xuất',
  goesWith: '(Kèm theo Tờ trình số ........../TTr-.......... ngày ..... tháng ..... năm .......... )',
  draft: 'Số liệu mô phỏng, không phải quyết định và không làm thay đổi danh sách chi trả.',
  dated: (date: CivilDate) => {
    const [year, month, dayOfMonth] = date.split('-')
    return `Ngày ${dayOfMonth} tháng ${month} năm ${year}`
  },
  where: (area: string, from: Month) => `${area}, thực hiện từ tháng ${monthName(from)}`,
  basis: (month: Month, law: string, taken: CivilDate) =>
    `Số liệu tháng ${monthName(month)} theo ${law}; lấy ngày ${dayName(taken)}`,
  changes: 'Nội dung thay đổi',
  changeColumns: ['Thay đổi', 'Căn cứ hiện hành'],
  unchanged: 'Không có thay đổi nào.',
  uncertain: 'Cần xác nhận',
  cost: 'Chi mỗi tháng (đồng)',
  before: (month: Month) => `Tháng ${monthName(month)}`,
  after: 'Đề xuất',
  more: 'Tăng thêm',
  less: 'Giảm đi',
  same: 'Chênh lệch',
  paid: 'Trong đó người đang hưởng',
  fresh: (people: string, takeUp: number) =>
    takeUp === 100
      ? `Trong đó ${people} người mới đủ điều kiện, nếu tất cả nộp hồ sơ`
      : `Trong đó ${people} người mới đủ điều kiện, nếu ${takeUp}% nộp hồ sơ`,
  withFresh: (product: string, amount: string) => `${product} + người mới ${amount}`,
  linesAndNew: (lines: string, people: string) => `${lines} + ${people} mới`,
  monthly: 'Chênh lệch mỗi tháng',
  firstYear: (year: number, months: number) => `Năm ${year} (${months} tháng)`,
  fullYear: 'Cả năm (12 tháng đầu)',
  inWords: 'Bằng chữ, mỗi tháng:',
  who: 'Ai được, ai mất',
  whoRows: {
    raised: 'Tăng',
    lowered: 'Giảm',
    gained: 'Được hưởng lại',
    lost: 'Thôi hưởng',
    unchanged: 'Không đổi',
    switched: 'Trong đó đổi khoản',
    fresh: 'Mới đủ điều kiện (cần quyết định mới)',
  },
  people: 'người',
  distribution: 'Một người tăng, giảm bao nhiêu mỗi tháng',
  byGroup: 'Theo nhóm đối tượng',
  groupColumns: (month: Month) => [
    'Nhóm',
    'Suất và người mới',
    'Tổng hệ số',
    `Tháng ${monthName(month)}`,
    'Đề xuất',
    'Chênh lệch',
  ],
  byArea: 'Theo xã, phường: số người có thay đổi, và chênh lệch (đồng mỗi tháng)',
  areaColumns: ['Xã, phường', 'Người', 'Chênh lệch'],
  otherCommunes: (communes: string, of: string) =>
    `${communes} trong ${of} xã, phường không có thay đổi nên không liệt kê.`,
  byPeople: 'Theo giới tính, tuổi, hộ: số người hưởng, và chênh lệch (đồng mỗi tháng)',
  total: 'Cộng',
  flags: 'Cần xác nhận trước khi trình',
  assumptions: 'Giả định',
  withheldNote:
    '(kín): số không hiện để bảo mật, vì ít người, hoặc vì từ số này tính ra được một số ít người.',
  withheld: '(kín)',
  page: 'Trang',
  fileName: (name: string) => `Mô phỏng - ${name}`,
  sheetName: 'Mô phỏng',
  sheetColumns: (month: Month) => [
    'Bảng',
    'Dòng',
    `Người tháng ${monthName(month)}`,
    'Người theo đề xuất, chưa kể người mới',
    `Tháng ${monthName(month)} (đồng/tháng)`,
    'Đề xuất (đồng/tháng)',
    'Chênh lệch (đồng/tháng)',
    'Tăng',
    'Giảm',
    'Được hưởng lại',
    'Thôi hưởng',
    'Đổi khoản',
    'Mới đủ điều kiện',
    'Trong đó cho người mới (đồng/tháng)',
  ],
  tables: {
    all: 'Toàn địa bàn',
    group: 'Nhóm đối tượng (đếm theo suất)',
    area: 'Xã, phường',
    sex: 'Giới tính',
    age: 'Tuổi',
    poverty: 'Hộ',
  },
} as const
