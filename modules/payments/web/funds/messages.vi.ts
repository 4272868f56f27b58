import type { ProblemWords } from '#platform/web/problem'
import { programmes, sources } from '../money-words.vi.ts'

const number = (value: unknown) => Number(value ?? 0).toLocaleString('vi-VN')

export const messages = {
  payments: 'Chi trả',
  title: 'Dòng dự toán',
  lead: 'Đợt chi chỉ được phê duyệt khi dòng dự toán của năm, của chế độ còn đủ tiền. Mở dòng theo nguồn, rồi gửi từng quyết định giao để người phê duyệt ghi sổ.',
  years: 'Năm',
  caption: (year: number) => `Dòng dự toán năm ${year}`,
  none: (year: number) => `Chưa có dòng dự toán nào của năm ${year}`,
  noneMore: 'Đợt chi của năm này chưa phê duyệt được. Mở dòng cho từng chế độ, rồi ghi dự toán được giao.',
  open: 'Mở dòng dự toán',
  line: 'Dòng dự toán',
  allocated: 'Đã giao (đ)',
  spent: 'Đã chi (đ)',
  blocked: 'Đang giữ (đ)',
  available: 'Còn lại (đ)',
  entriesOf: (code: string) => `Bút toán của dòng ${code}`,
  share: (share: number) => `${share} % kinh phí của chế độ`,
  allocate: 'Ghi quyết định giao',
  allocateOf: (code: string) => `Ghi quyết định giao cho dòng ${code}`,
  missing: (names: string) => `Chưa có dòng cho: ${names}`,
  missingMore: 'Đợt chi có tiền của chế độ đó chưa phê duyệt được.',
  sharesDiffer: (name: string, sum: number) =>
    `Tỷ lệ các nguồn của «${name}» cộng lại ${sum} %, cần đúng 100 %`,
  sharesDifferMore:
    'Mở thêm dòng của nguồn còn lại; trước đó đợt chi có tiền của chế độ này chưa phê duyệt được.',
  programme: 'Chế độ',
  source: 'Nguồn',
  shareLabel: 'Phần của nguồn này (%)',
  shareHint: 'Các nguồn của một chế độ cộng lại phải đúng 100',
  badShare: 'Nhập số nguyên từ 1 đến 100.',
  code: 'Mã dòng',
  codeHint: 'Như trong quyết định giao, ví dụ: TGXH-TX-2027',
  unit: (name: string, year: number) => `${name}, năm ${year}`,
  allocateTitle: (code: string) => `Ghi quyết định về dòng ${code}`,
  direction: 'Quyết định',
  directions: {
    give: 'Giao, bổ sung dự toán',
    take_back: 'Thu hồi, điều chỉnh giảm',
  } as Readonly<Record<'give' | 'take_back', string>>,
  directionHints: {
    give: 'Số còn lại tăng',
    take_back: 'Không quá số còn lại: đã chi và đang giữ thì không thu hồi được',
  } as Readonly<Record<'give' | 'take_back', string>>,
  amount: 'Số tiền',
  decision: 'Số, ngày quyết định',
  decisionHint: 'Ví dụ: 25/QĐ-UBND ngày 05/01/2027. Mỗi quyết định chỉ ghi được một lần cho một dòng.',
  record: 'Ghi vào sổ',
  recorded: 'Đã ghi vào sổ kế toán.',
  askAllocation: 'Gửi để ghi sổ',
  askedDone: 'Đã gửi. Người có quyền phê duyệt xem quyết định rồi ghi vào sổ.',
  waiting: 'Quyết định giao chờ ghi sổ',
  waits: 'Chờ người phê duyệt ghi sổ',
  mine: 'Anh/chị là người gửi nên người khác phải ghi sổ.',
  askedBy: (by: string, at: string) => `${by} gửi ${at}`,
  actions: 'Việc làm',
  recordOf: (decision: string) => `Ghi vào sổ: ${decision}`,
  approveTitle: (code: string) => `Ghi quyết định này vào dòng ${code}?`,
  refuse: 'Không ghi',
  refuseOf: (decision: string) => `Không ghi: ${decision}`,
  refuseTitle: (decision: string) => `Không ghi quyết định ${decision}?`,
  refusedBy: (by: string, note: string) => `${by} không ghi: ${note}`,
  refusedDone: 'Đã trả lại người gửi; không có gì được ghi sổ.',
  reason: 'Vì sao',
  opened: 'Đã mở dòng. Ghi quyết định giao để có tiền chi.',
  change: 'Sửa',
  changeOf: (code: string) => `Sửa dòng ${code}`,
  changeMore: 'Sửa được khi chưa đợt chi nào dùng dòng này.',
  changed: 'Đã sửa dòng.',
  otherwise: 'Để sau',
  total: 'Cộng',
  programmes,
  sources,
  problems: {
    'payments.fund_exists': 'Năm này đã có dòng của chế độ và nguồn đó. Ghi quyết định giao vào dòng đã có.',
    'payments.fund_shares_over': ({ left }) =>
      Number(left) > 0
        ? `Các nguồn khác của chế độ này đã đủ ${100 - Number(left)} %; nguồn này nhiều nhất ${number(left)} %.`
        : 'Các nguồn khác của chế độ này đã đủ 100 %.',
    'payments.fund_used': 'Đã có đợt chi dùng dòng này nên không sửa được nữa. Tải lại trang.',
    'payments.fund_decision_differs': ({ amount }) =>
      `Quyết định này đã ghi cho dòng này với số tiền ${number(amount)} đ. Xem lại số quyết định hoặc số tiền.`,
    'payments.fund_decision_known':
      'Quyết định này đã ghi cho dòng này với đúng số tiền đó; không có gì thay đổi.',
    'payments.fund_decision_waits': 'Quyết định này đang chờ ghi sổ cho dòng này.',
    'payments.allocation_settled': 'Đã có người ghi sổ hoặc trả lại quyết định này. Tải lại trang.',
    'payments.allocation_by_second_person': 'Anh/chị là người gửi nên người khác phải ghi sổ.',
    'payments.allocation_not_found': 'Không tìm thấy trong phạm vi của anh/chị. Tải lại trang.',
    'payments.reason_needed': 'Ghi vì sao không ghi sổ.',
    'payments.fund_not_found': 'Không tìm thấy dòng này trong phạm vi của anh/chị. Tải lại trang.',
    'payments.fund_left_short': ({ available }) =>
      `Dòng chỉ còn ${number(available)} đ chưa chi, chưa giữ. Ghi số nhỏ hơn.`,
    'payments.area_not_yours': 'Đơn vị này ngoài phạm vi của anh/chị.',
  } as ProblemWords,
}

export type Messages = typeof messages
