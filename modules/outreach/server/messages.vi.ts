import type { CivilDate, Month } from '#kernel/civil-date'
import { formatCount, formatDay, formatMonth, lowerFirst } from '#kernel/written'
import type { Benefit, View } from '../contract.ts'

const views: Readonly<Record<View, string>> = {
  soon: 'Người sắp đủ điều kiện hưởng trợ giúp xã hội',
  unused: 'Người đủ điều kiện mà chưa hưởng trợ giúp xã hội',
  ending: 'Người sắp hết điều kiện hưởng trợ giúp xã hội',
  ended: 'Người đã hết điều kiện, chờ quyết định thôi hưởng',
  changing: 'Người sắp thay đổi mức trợ giúp xã hội',
  renewal: 'Người hưởng theo hộ nghèo, hộ cận nghèo, chờ danh sách năm mới',
  certificate: 'Người có giấy khuyết tật phải làm lại khi đủ 6 tuổi',
}

const declaration =
  'Tờ khai Mẫu số 01 kèm theo Nghị định 335/2026/NĐ-CP. Cán bộ xã giúp điền, không phải mua.'
const care = 'Tờ khai Mẫu số 02 kèm theo Nghị định 335/2026/NĐ-CP. Cán bộ xã giúp điền, không phải mua.'

/** The words of what leaves the house; letters and lists of offices are Vietnamese whatever language the screen has. */
export const paperWords = {
  system: 'An Sinh',
  committee: 'Ủy ban nhân dân',
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  sheet: {
    name: 'Danh sach',
    title: (view: View) => views[view],
    madeOn: (date: CivilDate) => `Lập ngày ${formatDay(date)}`,
    columns: [
      'STT',
      'Họ và tên',
      'Ngày, năm sinh',
      'Xã, phường',
      'Thôn',
      'Điện thoại',
      'Chế độ',
      'Việc gì',
      'Từ tháng',
      'Vì sao',
      'Mức trước (đồng)',
      'Mức sau (đồng)',
      'Chậm 1 tháng mất (đồng)',
      'Nộp đủ hồ sơ trước',
      'Còn thiếu',
      'Đã làm',
    ],
    total: 'Cộng',
    people: (count: number) => `${formatCount(count)} dòng`,
    inHand: (code: string) => `đang có hồ sơ ${code}`,
    waiting: 'có trong danh sách nhập, chờ xác nhận',
    done: {
      assigned: 'Đã giao',
      contacted: 'Đã liên hệ',
      invited: 'Đã mời',
      unreachable: 'Chưa gặp được',
      declined: 'Từ chối',
    },
    fileName: (view: View, date: CivilDate) => `${views[view]} ${date}`,
  },
  letter: {
    title: 'GIẤY MỜI',
    subtitle: 'làm hồ sơ hưởng trợ giúp xã hội',
    dated: (place: string, date: CivilDate) => {
      const [year, of, dayOfMonth] = date.split('-')
      return `${place}, ngày ${dayOfMonth} tháng ${of} năm ${year}`
    },
    to: (isWoman: boolean, isChild: boolean) =>
      isChild ? 'Kính gửi gia đình cháu:' : isWoman ? 'Kính gửi bà:' : 'Kính gửi ông:',
    toCarer: (name: string) => `Kính gửi gia đình đang chăm sóc: ${name}`,
    born: (text: string) => `Sinh: ${text}`,
    year: (text: string) => `năm ${text}`,
    home: (village: string | null, area: string) => [village, lowerFirst(area)].filter(Boolean).join(', '),
    who: (isWoman: boolean, isFamily: boolean) => (isFamily ? 'gia đình' : isWoman ? 'bà' : 'ông'),
    why: (who: string, benefit: string, reason: string, isComing: boolean) =>
      `Theo thông tin Ủy ban nhân dân xã đang có, ${isComing ? 'sắp tới ' : ''}${who} có thể được hưởng ` +
      `${benefit.toLocaleLowerCase('vi-VN')}${reason ? `, vì: ${reason}` : ''}.`,
    discreet: 'một khoản trợ cấp xã hội hằng tháng',
    whatHead: 'Được gì',
    what: (amount: string) => `${amount} đồng mỗi tháng.`,
    more: (before: string, after: string) =>
      `${after} đồng mỗi tháng, thay cho ${before} đồng mỗi tháng đang hưởng.`,
    costHead: 'Vì sao nên làm sớm',
    cost: (amount: string) =>
      `Tiền chỉ tính từ tháng ký quyết định, không tính lùi. Chậm 1 tháng là mất ${amount} đồng.`,
    noCost: 'Làm sớm để được nhận tiền sớm.',
    untilHead: 'Đến khi nào',
    until: (date: CivilDate, of: Month) =>
      `Nộp đủ giấy tờ chậm nhất ngày ${formatDay(date)} để được tính từ tháng ${formatMonth(of)}.`,
    notBefore: (date: CivilDate) => `Hồ sơ được xét từ ngày ${formatDay(date)}.`,
    papersHead: 'Mang theo',
    papers: {
      monthly_allowance: [declaration, 'Căn cước của người được hưởng hoặc giấy khai sinh của trẻ em.'],
      social_pension: [declaration, 'Căn cước.'],
      care_support: [care, 'Căn cước của người chăm sóc và của người được chăm sóc.'],
      facility_care: [
        'Tờ khai Mẫu số 04 kèm theo Nghị định 335/2026/NĐ-CP. Cán bộ xã giúp điền, không phải mua.',
        'Căn cước hoặc giấy khai sinh.',
      ],
      parenting_support: [
        care,
        'Căn cước, giấy khai sinh của con; nếu đang mang thai: giấy xác nhận của cơ sở y tế.',
      ],
    } satisfies Record<Benefit, readonly string[]>,
    morePapers: {
      disability_certificate: 'Giấy xác nhận khuyết tật, nếu đã có.',
      birth_day: 'Giấy tờ có đủ ngày, tháng, năm sinh.',
      personal_number: 'Giấy tờ tùy thân đang có, để xã giúp xác định số định danh cá nhân.',
    } as Readonly<Record<string, string>>,
    haveAlready: 'Giấy tờ Nhà nước đã có trong dữ liệu thì không phải nộp lại.',
    whereHead: 'Ở đâu',
    where: (area: string) =>
      `Bộ phận Một cửa, Ủy ban nhân dân ${lowerFirst(area)}. Người khác đi thay được; nếu không đi được, báo để cán bộ đến nhà.`,
    free: 'Không phải trả bất kỳ khoản phí nào.',
    mistaken:
      'Nếu đang hưởng lương hưu, trợ cấp bảo hiểm xã hội hằng tháng, hoặc thông tin trên chưa đúng, xin báo để xã sửa lại.',
    signed: 'NGƯỜI MỜI',
    signedHow: '(Ký, họ tên, điện thoại)',
    fileName: (date: CivilDate) => `Giấy mời ${date}`,
  },
} as const
