import { CivilDate } from '#kernel/civil-date'
import { formatDay } from '#kernel/written'
import type { ProblemWords } from '#platform/web/problem'
import type { CarriedList, CashPlaceView } from '../contract.ts'

export const cashWords = {
  title: 'Chi tiền mặt',
  caption: 'Điểm chi của kỳ và việc chi đến đâu',
  none: 'Chưa có danh sách chi tiền mặt',
  noneMore: 'Danh sách có ở đây sau khi đợt chi tiền mặt được gửi cho đơn vị chi trả.',
  month: 'Kỳ',
  place: 'Điểm chi',
  provider: 'Đơn vị chi trả',
  payees: 'Người nhận',
  amount: 'Số tiền (đ)',
  paid: 'Đã chi',
  waiting: 'Còn phải chi (đ)',
  held: (amount: string) => `đã gọi về, không chi: ${amount}`,
  lists: 'Danh sách trên máy',
  papers: 'Danh sách giấy',
  kinds: {
    post_office: 'bưu cục',
    bank: 'ngân hàng',
    home: 'chi tại nhà',
    commune: 'chi tại xã',
  } satisfies Record<CashPlaceView['kind'], string> as Record<CashPlaceView['kind'], string>,
  saidDead: (people: string) => `${people} người được báo đã chết ở điểm chi: xã xác minh trước khi chi`,
  states: {
    out: 'đang mang theo',
    expired: 'hết hạn, chưa nộp',
    recalled: 'đã thu hồi',
    handed_in: 'đã nộp',
  } satisfies Record<CarriedList['state'], string> as Record<CarriedList['state'], string>,
  list: (by: string, device: string, at: string) => `${by}, ${device}, lấy ${at}`,
  listPaid: (count: string) => `đã báo chi ${count}`,
  toPhone: 'Chi trên điện thoại',
  pdf: (name: string) => `Tải PDF ký nhận ${name}`,
  xlsx: (name: string) => `Tải Excel ${name}`,
  slips: (name: string) => `In giấy lĩnh tiền ${name}`,
  short: { pdf: 'PDF', xlsx: 'Excel', slips: 'Giấy lĩnh' },
  recall: 'Thu hồi danh sách',
  recallTitle: (by: string) => `Thu hồi danh sách ở máy của ${by}?`,
  recallMore:
    'Máy đó không chi thêm được khi có mạng. Những gì đã chi vẫn được nhận, không khoản nào bị mất.',
  close: 'Chốt điểm chi',
  closeTitle: (name: string) => `Chốt điểm chi ${name}?`,
  closeMore: (people: string, amount: string) =>
    `${people} người, ${amount} được ghi chưa lĩnh. Tiền nằm lại ở đơn vị chi trả và vào danh sách kỳ sau.`,
  closeHeld: (amount: string) =>
    `${amount} đã gọi về cũng được chốt: không chi cho ai và không vào danh sách kỳ sau.`,
  closed: (people: string, amount: string) => `Đã chốt. ${people} người chưa lĩnh, ${amount} chuyển kỳ sau.`,
  otherwise: 'Để sau',
  problems: {
    'payments.cash_lists_out': ({ by }) =>
      `Chưa chốt được: danh sách còn ở máy của ${String(by)}. Chờ nộp, hoặc thu hồi danh sách.`,
    'payments.cash_place_before_pay_day': ({ day }) =>
      `Chưa chốt được: ngày chi là ${formatDay(CivilDate.parse(day))}, trước ngày đó không ai bị coi là chưa lĩnh.`,
    'payments.area_not_yours': 'Điểm chi này ngoài phạm vi của anh/chị.',
    'payments.cash_place_empty': 'Không còn ai ở điểm chi này.',
    'payments.cash_place_too_large': 'Danh sách quá dài cho một bản in. Tải Excel, hoặc chia theo điểm chi.',
  } as ProblemWords,
}

export type CashWords = typeof cashWords
