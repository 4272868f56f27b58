import type { ProblemWords } from '#platform/web/problem'
import type { AbsenceReason } from '../../contract.ts'

export const messages = {
  title: 'Chi tiền mặt',
  toOffice: 'Các điểm chi',
  where: 'Điểm chi',
  choose: 'Chọn',
  chooseWhere: 'Chọn điểm chi.',
  placeOption: (name: string, area: string, month: string, waiting: string) =>
    `${name === area ? name : `${name}, ${area}`}, kỳ ${month}: còn ${waiting} người`,
  placeSum: (people: string, amount: string) => `Còn ${people} người, ${amount}.`,
  alsoWith: (names: string) => `Danh sách này đang ở máy của ${names}: chia nhau từng người trước khi chi.`,
  noPlaces: 'Không có điểm chi nào còn người chờ lĩnh.',
  noPlacesMore: 'Danh sách có ở đây sau khi đợt chi tiền mặt được gửi.',
  progress: (done: string, all: string, left: string) => `Xong ${done} trong ${all} người · còn ${left}`,
  scan: 'Quét giấy lĩnh tiền',
  camera: 'Hình từ máy ảnh',
  noCamera: 'Không dùng được máy ảnh. Gõ số thứ tự, tên hoặc mã trên giấy.',
  stopScanning: 'Thôi quét',
  unknownCode: 'Mã này không có trong danh sách của điểm chi. Kiểm tra giấy có phải của kỳ này không.',
  find: 'Tìm người nhận',
  findHint: 'Số thứ tự, tên không dấu, mã trên giấy, hoặc bốn số cuối giấy tờ',
  open: (count: string) => `Chưa chi (${count})`,
  others: (count: string) => `Đã có kết quả (${count})`,
  allDone: 'Không còn ai chờ lĩnh ở điểm chi này.',
  nobody: 'Không tìm thấy ai chưa chi. Xem phần đã có kết quả, hoặc tìm cách khác.',
  states: {
    waiting: 'chờ lĩnh',
    absent: 'chưa chi',
    paid: 'đã chi',
    held: 'không chi',
    ended: 'không còn chi',
  },
  numberEnd: (end: string) => `giấy tờ\u00A0…${end}`,
  roles: {
    authorised: 'được ủy quyền',
    guardian: 'người giám hộ',
    carer: 'người chăm sóc',
    heir: 'người thừa kế',
  },
  receiver: (name: string, role: string, numberEnd: string | null, until: string | null) =>
    `Người nhận thay: ${[`${name} (${role})`, numberEnd && `giấy tờ\u00A0…${numberEnd}`, until && `đến ${until}`].filter(Boolean).join(', ')}`,
  authorityOver: 'Giấy ủy quyền đã hết hạn: chỉ chi cho chính người hưởng.',
  noNumber: 'chưa có số giấy tờ',
  carried: (amount: string) => `Trong đó kỳ trước chưa lĩnh: ${amount}`,
  seen: (name: string, numberEnd: string | null) =>
    numberEnd
      ? `Đã xem giấy tờ của ${name}, số\u00A0…${numberEnd}`
      : `Đã xem giấy tờ của ${name}: danh sách chưa có số, đã so họ tên và năm sinh`,
  paid: 'Đã chi',
  notPaid: 'Chưa chi',
  why: 'Vì sao chưa chi',
  noteAbsent: 'Ghi chưa chi',
  backToList: 'Về danh sách',
  reasons: {
    not_come: 'Không đến lĩnh',
    no_papers: 'Không có giấy tờ',
    wrong_papers: 'Giấy tờ không khớp',
    refused: 'Từ chối nhận',
    said_dead: 'Người nhà báo đã chết',
  } satisfies Record<AbsenceReason, string> as Record<AbsenceReason, string>,
  paidHere: (at: string) => `Đã chi trên máy này lúc ${at}.`,
  paidBefore: (day: string) => `Đã chi ngày ${day}.`,
  neverTwice: 'Không chi lần nữa.',
  held: 'Không chi: đã có yêu cầu thu hồi khoản này. Mời người nhận hỏi xã.',
  ended: 'Khoản này không còn chi ở đây. Mời người nhận hỏi xã.',
  absentBefore: (reason: string) =>
    `Đã ghi chưa chi: ${reason.toLocaleLowerCase('vi')}. Nếu đến lĩnh thì chi bình thường.`,
  lastCall: 'Thêm kỳ này không lĩnh sẽ phải xem xét tạm dừng. Mời người thân báo xã.',
  wasPaid: (name: string, amount: string) => `Đã chi ${amount} cho ${name}.`,
  wasNoted: (name: string) => `Đã ghi chưa chi cho ${name}.`,
  conflicts: (count: string) =>
    `${count} khoản đã chi nhưng trái với sổ. Báo kế toán; không khoản nào bị mất.`,
  paidElsewhere: 'máy khác hoặc bưu điện đã báo chi',
  endedElsewhere: 'sổ đã ghi kết quả khác trước khi máy này gửi',
  recalled: 'Danh sách này đã bị thu hồi. Không chi thêm; gửi và nộp những gì đã chi.',
  expired: (at: string) => `Danh sách hết hạn từ ${at}. Không chi thêm; gửi, nộp rồi lấy danh sách mới.`,
  problems: {
    'payments.cash_place_empty': 'Điểm chi này không còn ai chờ lĩnh.',
    'payments.cash_place_too_large': 'Danh sách quá dài để mang theo một máy. Chia theo điểm chi.',
    'payments.cash_list_handed_in':
      'Danh sách này đã nộp nên không ghi thêm được. Nếu đã chi thật, báo kế toán; muốn chi tiếp thì lấy danh sách mới.',
    'payments.area_not_yours': 'Điểm chi này ngoài phạm vi của anh/chị.',
    'payments.cash_list_of_another': 'Danh sách này do người khác lấy. Người đó phải đăng nhập để gửi.',
    'payments.cash_list_not_found': 'Không tìm thấy danh sách này trong phạm vi của anh/chị.',
    'payments.hand_out_changed': 'Một ghi nhận đã gửi trước đó với nội dung khác. Báo người quản trị.',
    'payments.payee_not_on_list':
      'Có ghi nhận không thuộc danh sách này. Báo người quản trị; không khoản nào bị mất.',
  } as ProblemWords,
}

export type Messages = typeof messages
