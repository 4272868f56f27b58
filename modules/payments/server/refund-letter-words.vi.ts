import type { CivilDate } from '#kernel/civil-date'
import type { RefundReason } from '../contract.ts'

/** What the letter to a provider says: how much, of which orders, and by which code it is to be given back. */
export const refundLetterWords = {
  title: 'ĐỀ NGHỊ',
  about: 'Về việc hoàn trả kinh phí chi trả trợ giúp xã hội còn ở đơn vị chi trả',
  dated: (place: string, day: CivilDate) => {
    const [year, month, dayOfMonth] = day.split('-')
    return `${place}, ngày ${dayOfMonth} tháng ${month} năm ${year}`
  },
  opening: (amount: string, inWords: string) =>
    `Qua đối soát, số kinh phí chi trả trợ giúp xã hội đã chuyển cho quý đơn vị và không còn được chi là ${amount} đồng (${inWords}).`,
  reference: (code: string, paper: string) => `Căn cứ: ${paper}. Mã hoàn trả: ${code}.`,
  reason: 'Lý do',
  orders: 'Số lệnh',
  amount: 'Số tiền (đồng)',
  total: 'Cộng',
  reasons: {
    not_due: 'Không còn phải chi cho người hưởng',
    payee_died: 'Người nhận đã chết trước tháng của danh sách',
    elsewhere: 'Đã chi lại qua đơn vị chi trả khác',
    not_collected: 'Không đến nhận đủ số tháng để tạm dừng',
    left: 'Bị trả lại hoặc chưa lĩnh, không chi lại',
  } satisfies Record<RefundReason, string> as Record<RefundReason, string>,
  request: (code: string) =>
    `Đề nghị quý đơn vị chuyển trả số tiền trên về Kho bạc Nhà nước, ghi mã ${code} trong nội dung chuyển tiền và báo lại bằng sao kê hoặc chứng từ.`,
  more: (count: string) => `Danh sách đầy đủ ${count} lệnh được gửi kèm bằng tệp.`,
  list: 'Danh sách lệnh',
  key: 'Mã dòng',
  payee: 'Người nhận',
  month: 'Kỳ',
  signer: 'CHỦ TỊCH',
  signHere: '(Ký, đóng dấu, ghi rõ họ tên)',
  recipients: 'Nơi nhận:',
  asAbove: '- Như trên;',
  file: '- Lưu: VT, KT.',
  fileName: (code: string) => `Đề nghị hoàn trả ${code}`,
}
