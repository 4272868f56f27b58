import type { ProblemWords } from '#platform/web/problem'
import type { Figure, FigureLadder } from '../../contract.ts'

/** What a figure is called, and what it counts or why it is between two others. */
type FigureWords = readonly [name: string, more: string]

export const messages = {
  payments: 'Chi trả',
  title: 'Vì sao các con số khác nhau',
  titleOf: (month: string) => `Vì sao các con số khác nhau, kỳ ${month}`,
  about:
    'Mỗi trang đếm một thứ: người hưởng, người nhận tiền, lệnh chi, người đã nhận được. Dưới đây từng con số được đếm riêng từ danh sách và bút toán, rồi giải thích đến từng người, từng đồng.',
  month: 'Kỳ',
  area: 'Đơn vị',
  wholeArea: (name: string) => `Cả ${name.slice(0, 1).toLocaleLowerCase('vi')}${name.slice(1)}`,
  what: 'Con số',
  value: 'Số lượng',
  money: 'Số tiền (đ)',
  agrees: 'Khớp',
  off: (difference: string) => `Còn ${difference} chưa giải thích được. Báo người quản trị.`,
  ladders: {
    payees: 'Người hưởng và người nhận tiền trong danh sách',
    ordered: 'Người trong danh sách và người có lệnh chi',
    orders: 'Người có lệnh chi và số lệnh chi',
    shown_orders: 'Lệnh đã duyệt và lệnh ở trang Đợt chi',
    shown_payees: 'Số lệnh và số người nhận ở trang Đợt chi',
    reached: 'Người có lệnh chi và người đã nhận được tiền',
    owed: 'Tiền trong danh sách và tiền ghi nhận phải trả',
    money: 'Tiền phải trả và tiền chưa tới tay',
    paid: 'Tiền đã chi của lệnh kỳ này và «đã chi» ở quyết toán',
  } satisfies Record<FigureLadder['name'], string> as Record<FigureLadder['name'], string>,
  figures: {
    listed: ['Người hưởng trong danh sách đã duyệt', 'số người ở trang Kỳ chi trả'],
    shared_payee: ['Nhận chung một người nhận tiền', 'ví dụ hai con do một mẹ nhận'],
    several_payees: ['Có tiền đi hai nơi', 'một người hưởng, mỗi khoản một người nhận'],
    listed_payees: ['Người nhận tiền theo danh sách', 'số người ở trang Chi trả không dùng tiền mặt'],
    not_ordered: ['Chưa có lệnh chi được duyệt', 'kỳ chưa lập đợt chi, hoặc đã chi ngoài hệ thống'],
    not_listed: ['Chỉ có khoản ngoài danh sách', 'chi một lần, hoặc theo đề nghị của hệ thống khác'],
    ordered: ['Người có lệnh chi được duyệt', 'đếm từ bút toán ghi nhận phải trả'],
    shared_order: ['Chung một lệnh với người khác', 'một lệnh cho mỗi người nhận tiền'],
    several_orders: [
      'Có từ hai lệnh',
      'ví dụ khoản chăm sóc trả cho người chăm sóc, hoặc hai kỳ sau khi chuyển nơi ở',
    ],
    orders: ['Lệnh chi được duyệt', 'đếm từ bút toán ghi nhận phải trả'],
    payee_elsewhere: ['Lệnh ghi ở xã của người nhận tiền', 'người hưởng ở đây, người nhận ở xã khác'],
    for_people_elsewhere: ['Lệnh ở đây cho người hưởng nơi khác', 'người nhận ở đây, người hưởng ở xã khác'],
    never_owed: ['Đã rút trước khi duyệt', 'người hưởng chết, hoặc có quyết định dừng'],
    not_approved: ['Trong đợt chi chưa duyệt', 'chưa ghi nhận phải trả'],
    tried_again: ['Lệnh gửi lại trong kỳ', 'tiền của lệnh cũ chưa tới tay, không phải khoản mới'],
    shown_orders: ['Lệnh ở trang Đợt chi', 'cộng số lệnh của các đợt chi trong kỳ, trừ đợt đã hủy'],
    same_payee: ['Lệnh thứ hai trở đi của cùng người nhận', 'gửi lại, chi một lần, hoặc hai kỳ'],
    shown_payees: ['Người nhận ở trang Đợt chi', 'mỗi người đếm một lần'],
    waiting: ['Đang chờ kết quả', 'lệnh chưa gửi hoặc chưa có trả lời'],
    unclaimed: ['Chưa lĩnh', 'tiền mặt chờ kỳ sau'],
    returned: ['Bị trả lại', 'tài khoản sai, đã đóng'],
    rejected: ['Bị từ chối', 'ngân hàng không thực hiện'],
    recalled: ['Đã thu hồi', 'không còn được hưởng khoản này'],
    held: ['Giữ lại', 'người nhận đã chết, chờ xác định ai được nhận'],
    unseen: ['Lệnh ở xã khác', 'người nhận tiền ngoài phạm vi của anh/chị'],
    reached_by_retry: ['Nhận được nhờ lệnh gửi lại', 'kể cả tiền của kỳ trước'],
    reached: ['Người đã nhận được tiền', 'số «người đã nhận» ở Quyết toán tháng'],
    listed_amount: ['Tiền trong danh sách đã duyệt', 'số tiền ở trang Kỳ chi trả'],
    not_ordered_amount: ['Chưa có lệnh chi được duyệt', ''],
    not_listed_amount: ['Khoản ngoài danh sách', 'chi một lần, hoặc theo đề nghị của hệ thống khác'],
    due_amount: ['Ghi nhận phải trả', 'bút toán lúc phê duyệt đợt chi'],
    recalled_amount: ['Thu hồi, không còn phải trả', ''],
    set_off_amount: ['Khấu trừ khoản phải thu hồi', 'bù trừ với tiền đã chi thừa'],
    paid_amount: ['Đã chi bằng lệnh của kỳ này', 'đã trừ tiền bị trả lại'],
    open_amount: ['Chưa tới tay bằng lệnh của kỳ này', 'chờ kết quả, chờ gửi lại, hoặc đã gửi lại ở kỳ sau'],
    paid_by_retry_amount: ['Đã chi bằng lệnh gửi lại trong kỳ', 'tiền của lệnh cũ'],
    all_paid_amount: ['Đã chi ở Quyết toán và đẳng thức tiền', 'cộng từ bút toán của tiền ở đơn vị chi trả'],
  } satisfies Record<Figure, FigureWords> as Record<Figure, FigureWords>,
  problems: {
    'payments.area_not_yours': 'Đơn vị này ngoài phạm vi của anh/chị. Chọn đơn vị khác.',
  } as ProblemWords,
}

export type Messages = typeof messages
