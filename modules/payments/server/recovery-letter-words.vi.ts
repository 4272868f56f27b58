import type { CivilDate } from '#kernel/civil-date'
import { formatMonth } from '#kernel/written'
import type { RecoveryCause, RecoveryPlan } from '../contract.ts'

/** What the letter about money paid too much says: plainly, and without blaming anybody. */
export const recoveryLetterWords = {
  title: 'THÔNG BÁO',
  about: 'Về khoản trợ giúp xã hội đã chi vượt và cách hoàn trả',
  to: (name: string) => `Ông/bà ${name}`,
  family: (name: string) => `Gia đình ông/bà ${name}`,
  home: (village: string | null, unit: string) => [village, unit].filter(Boolean).join(', '),
  dated: (place: string, day: CivilDate) => {
    const [year, month, dayOfMonth] = day.split('-')
    return `${place}, ngày ${dayOfMonth} tháng ${month} năm ${year}`
  },
  opening: (unit: string, amount: string, inWords: string) =>
    `Ủy ban nhân dân ${unit} xin thông báo: qua rà soát, số tiền trợ giúp xã hội đã chi vượt mức được hưởng là ${amount} đồng (${inWords}).`,
  causes: {
    died: 'Lý do: tiền đã được chi cho các tháng sau tháng người hưởng qua đời. Xin chia buồn cùng gia đình; việc này không phải lỗi của gia đình.',
    not_entitled: 'Lý do: theo thông tin nay đã rõ, các tháng dưới đây không còn thuộc diện được hưởng.',
    lower_amount: 'Lý do: theo thông tin nay đã rõ, mức hưởng của các tháng dưới đây thấp hơn mức đã chi.',
    paid_twice:
      'Lý do: một người có hai hồ sơ trong sổ, nên các tháng dưới đây đã được chi hai lần. Việc ghi trùng hồ sơ không phải lỗi của ông/bà.',
    paid_before:
      'Lý do: các tháng dưới đây đã được chi theo danh sách chi trả trước đây, sau đó được chi thêm một lần. Việc chi trùng không phải lỗi của ông/bà.',
  } satisfies Record<RecoveryCause, string> as Record<RecoveryCause, string>,
  columns: ['Tháng', 'Số tiền chi vượt (đồng)'],
  total: 'Cộng',
  month: formatMonth,
  open: (open: string, decision: string | null) =>
    `Số còn phải hoàn trả: ${open} đồng${decision === null ? '' : `, theo Quyết định ${decision}`}.`,
  plans: {
    at_once: () => 'Cách hoàn trả: nộp một lần tại bộ phận kế toán của xã; khi nộp được cấp biên lai.',
    instalments: (instalment: string | null) =>
      `Cách hoàn trả: nộp dần tại bộ phận kế toán của xã${instalment === null ? '' : `, mỗi tháng ${instalment} đồng`}; mỗi lần nộp được cấp biên lai.`,
    offset: (instalment: string | null, share: number) =>
      `Cách hoàn trả: trừ dần vào tiền trợ giúp của các tháng sau, mỗi tháng không quá ${share}% số tiền của tháng${instalment === null ? '' : ` và không quá ${instalment} đồng`}. Không cần đến nộp.`,
  } satisfies Record<RecoveryPlan, unknown>,
  proposal:
    'Khoản này chưa phải hoàn trả ngay. Đề nghị ông/bà xem lại và cho biết ý kiến; sau đó người có thẩm quyền mới quyết định.',
  hardship:
    'Nếu hoàn trả như trên gây khó khăn cho cuộc sống, xin báo với xã để được xem xét trả chậm, giảm hoặc không thu.',
  appeal:
    'Nếu không đồng ý, ông/bà có quyền khiếu nại theo quy định của pháp luật về khiếu nại. Trong khi khiếu nại đang được xem xét, xã có thể tạm dừng việc trừ tiền.',
  signer: 'CHỦ TỊCH',
  signHere: '(Ký, đóng dấu, ghi rõ họ tên)',
  recipients: 'Nơi nhận:',
  file: '- Lưu: VT, KT.',
  asAbove: '- Như trên;',
  fileName: (day: CivilDate) => `Thông báo hoàn trả ${day.split('-').toReversed().join('-')}`,
}
