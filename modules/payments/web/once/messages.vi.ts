import type { OneOffDue, OneOffView } from '../../contract.ts'

export const messages = {
  title: 'Khoản một lần chờ chi',
  lead: 'Mai táng, trợ giúp khẩn cấp và khoản khác mà quyết định cho một lần. Quyết định đã ký, chưa vào đợt chi nào.',
  waiting: (count: string, amount: string) =>
    `${count} khoản một lần đã có quyết định, cộng ${amount}, chưa vào đợt chi.`,
  see: 'Xem khoản một lần',
  caption: 'Khoản một lần chờ chi, quyết định cũ nhất đứng trên',
  none: 'Không có khoản một lần nào chờ chi',
  noneMore: 'Khi quyết định hỗ trợ mai táng hoặc trợ giúp khẩn cấp được ký, khoản tiền hiện ở đây.',
  all: (count: string) => `Chọn cả ${count} khoản`,
  choose: 'Chọn',
  chooseOne: (name: string) => `Chọn khoản của ${name}`,
  payee: 'Người nhận',
  notInRegister: 'không có trong sổ người',
  for: 'Hỗ trợ vì',
  household: 'cả hộ',
  right: 'Khoản',
  decision: 'Quyết định',
  signedOn: (day: string) => `ngày ${day}`,
  amount: 'Số tiền',
  way: 'Hình thức',
  area: 'Đơn vị',
  held: {
    payee_died: 'Người nhận đã chết. Xã ra quyết định về người nhận khác rồi mới chi.',
  } satisfies Record<NonNullable<OneOffDue['held']>, string> as Record<
    NonNullable<OneOffDue['held']>,
    string
  >,
  chosen: (count: string, amount: string) => `Đã chọn ${count} khoản, cộng ${amount}`,
  prepare: 'Lập đợt chi',
  cash: 'Chi tiền mặt trong ngày',
  cashTitle: (count: string) => `Chi tiền mặt ${count} khoản trong ngày?`,
  cashMore:
    'Lập danh sách tiền mặt, kể cả cho người có tài khoản, thực hiện ngay trong ngày, cả ngày nghỉ. Vẫn phải qua người kiểm tra và người phê duyệt.',
  otherwise: 'Để sau',
  done: (count: string) =>
    `Đã lập ${count} đợt chi. Người thứ hai kiểm tra số tổng, người thứ ba phê duyệt rồi mới gửi.`,
  open: 'Mở đợt chi',
  person: {
    title: 'Khoản một lần',
    caption: 'Khoản mà quyết định cho một lần, mới nhất đứng trên',
    empty: 'Chưa có khoản một lần nào.',
    event: 'Ngày xảy ra',
    state: 'Trạng thái',
    envelope: (code: string) => `Đợt chi ${code}`,
    states: {
      due: 'Chờ chi',
      taken: 'Đang chi',
      paid: 'Đã chi',
      cancelled: 'Đã hủy',
    } satisfies Record<OneOffView['state'], string> as Record<OneOffView['state'], string>,
  },
  problems: {
    'payments.nothing_due_once':
      'Không còn khoản nào để lập: người khác vừa lập, hoặc khoản đã chọn đang giữ lại. Tải lại trang để xem.',
    'entitlement.one_off_elsewhere': 'Có khoản vừa vào một đợt chi khác. Tải lại trang để xem.',
  },
}

export type Messages = typeof messages
