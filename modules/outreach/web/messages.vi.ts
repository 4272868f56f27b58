import type { ProblemWords } from '#platform/web/problem'
import type { Outcome, Progress, View } from '../contract.ts'
import type { Kind } from '../domain/prospect.ts'

type Empty = { readonly title: string; readonly next: string }

export const messages = {
  work: 'Việc của tôi',
  pages: { 'sap-du-dieu-kien': 'Sắp đủ điều kiện', 'sap-het-dieu-kien': 'Sắp hết điều kiện' },
  views: {
    soon: 'Sắp đủ điều kiện',
    unused: 'Đủ điều kiện mà chưa hưởng',
    ending: 'Sắp hết điều kiện',
    ended: 'Chờ quyết định thôi hưởng',
    changing: 'Sắp đổi mức',
    renewal: 'Chờ danh sách hộ nghèo năm mới',
    certificate: 'Giấy khuyết tật phải làm lại',
  } satisfies Record<View, string>,
  refreshed: (at: string) => `Tính theo luật và thông tin đã ghi, 12 tháng tới · cập nhật lúc ${at}`,
  preparing: {
    title: 'Danh sách đang được lập.',
    next: 'Hệ thống đang tính cho từng người theo luật. Xin mở lại sau ít phút.',
  },
  excel: 'Tải Excel',
  stake: {
    soon: (people: string, amount: string) =>
      `${people} người sẽ có thêm ${amount} mỗi tháng, nếu có quyết định kịp. Tiền chỉ tính từ tháng ký.`,
    unused: (people: string, amount: string) =>
      `${people} người có thể đang mất ${amount} mỗi tháng vì chưa có quyết định. Tiền chỉ tính từ tháng ký.`,
    ending: (people: string, amount: string) =>
      `${people} người sẽ thôi hưởng ${amount} mỗi tháng. Mỗi người cần một quyết định thôi hưởng, hoặc giấy tờ để được hưởng tiếp.`,
    ended: (people: string, amount: string) =>
      `${people} người không còn điều kiện hưởng ${amount} mỗi tháng mà chưa có quyết định thôi hưởng. Danh sách chi trả không còn tính các khoản này.`,
    changing: (people: string, amount: string, difference: number) =>
      `${people} người sẽ đổi mức; cộng lại mỗi tháng ${difference < 0 ? 'giảm' : 'tăng'} ${amount}. Mức tự điều chỉnh trong danh sách chi trả.`,
    renewal: (people: string, amount: string) =>
      `${people} người đang hưởng ${amount} mỗi tháng vì thuộc hộ nghèo, hộ cận nghèo. Chưa có danh sách năm mới của xã: ai không còn trong danh sách sẽ thôi hưởng từ tháng ghi bên dưới.`,
    certificate: (people: string, amount: string) =>
      `${people} người đang hưởng ${amount} mỗi tháng theo giấy khuyết tật cấp khi chưa đủ 6 tuổi. Đủ 6 tuổi phải xác định lại mức độ (Thông tư 01/2019/TT-BLĐTBXH), trừ một số dạng đặc biệt nặng. Tiền không tự dừng.`,
  } satisfies Record<View, (people: string, amount: string, difference: number) => string>,
  peopleInHand: (people: string) => `${people} người đang có hồ sơ chờ giải quyết.`,
  peopleWaiting: (people: string) => `${people} người có trong danh sách nhập, chờ xác nhận; không cần mời.`,
  filter: {
    title: 'Lọc danh sách',
    area: 'Xã, phường',
    areaOf: (name: string, people: number) => `${name} (${people})`,
    everyArea: 'Tất cả',
    benefit: 'Chế độ',
    everyBenefit: 'Mọi chế độ',
    within: 'Trong vòng',
    months: (count: number) => `${count} tháng tới`,
    progress: 'Đã làm',
    everyProgress: 'Tất cả',
    apply: 'Lọc',
    clear: 'Bỏ lọc',
  },
  progress: {
    open: 'Chưa làm gì',
    filed: 'Đang có hồ sơ',
    waiting: 'Chờ xác nhận danh sách',
    assigned: 'Đã giao',
    contacted: 'Đã liên hệ',
    invited: 'Đã mời',
    unreachable: 'Chưa gặp được',
    declined: 'Từ chối',
  } satisfies Record<Progress, string>,
  chosen: {
    all: (count: number) => `Chọn cả ${count} dòng của trang này`,
    note: (count: number) => (count === 0 ? 'Ghi kết quả' : `Ghi kết quả cho ${count} dòng`),
    invite: (count: number) => (count === 0 ? 'In giấy mời' : `In ${count} giấy mời`),
    printed: 'Đã tải giấy mời về máy này.',
    markInvited: (count: number) => `Ghi là đã mời ${count} dòng`,
  },
  table: {
    choose: 'Chọn',
    chooseOne: (name: string) => `Chọn ${name}`,
    person: 'Người',
    area: 'Xã, phường',
    when: 'Khi nào',
    why: 'Vì sao, cần làm gì',
    money: 'Mỗi tháng (đồng)',
    lacking: 'Còn thiếu',
    lacksNothing: 'Không thiếu gì',
    done: 'Đã làm',
  },
  when: {
    gain: (month: string) => `từ ${month}`,
    unused: (month: string) => `đủ từ ${month}`,
    resume: (month: string) => `đủ lại từ ${month}`,
    raise: (month: string) => `từ ${month}`,
    lower: (month: string) => `từ ${month}`,
    lose: (month: string) => `thôi từ ${month}`,
    ended: (month: string) => `hết từ ${month}`,
    renewal: (month: string) => `thôi từ ${month}`,
    certificate: (month: string) => `đủ 6 tuổi ${month}`,
  } satisfies Record<Kind, (month: string) => string>,
  fileBy: (day: string) => `hạn nộp ${day}`,
  paidFrom: (month: string) => `hưởng từ ${month}`,
  toDo: {
    gain: 'Cần hồ sơ và quyết định.',
    unused: 'Cần hồ sơ và quyết định.',
    resume: 'Việc hưởng cũ đã hết; cần quyết định mới.',
    raise: 'Tự điều chỉnh, không cần đơn.',
    lower: 'Tự điều chỉnh, không cần đơn.',
    lose: 'Cần quyết định thôi hưởng.',
    ended: 'Cần quyết định thôi hưởng.',
    renewal: 'Cần ghi danh sách của năm.',
    certificate: 'Cần hồ sơ xác định lại mức độ khuyết tật, rồi ghi giấy mới.',
  } satisfies Record<Kind, string>,
  inHand: 'đang có hồ sơ',
  waiting: 'chờ xác nhận',
  waitingList: 'Danh sách nhập',
  waitingListOf: (name: string) => `Danh sách nhập có ${name}`,
  before: 'trước đó',
  delay: 'chậm 1 tháng',
  lost: (amount: string) => `mất ${amount} đ`,
  goesOn: 'không tự dừng',
  why: 'Vì sao?',
  newFile: 'Tạo hồ sơ',
  newFileOf: (name: string) => `Tạo hồ sơ: ${name}`,
  whyOf: (name: string, month: string) => `Vì sao, ${name}, tháng ${month}`,
  assignedTo: (name: string) => `giao ${name}`,
  earlier: (count: number) => `trước đó ${count} lần`,
  note: 'Ghi',
  noteOf: (name: string) => `Ghi kết quả: ${name}`,
  recorded: (count: number) => `Đã ghi cho ${count} dòng.`,
  dialog: {
    title: (names: readonly string[]) =>
      names.length === 1 ? `Ghi kết quả: ${names[0]}` : `Ghi kết quả cho ${names.length} dòng`,
    what: 'Đã làm gì?',
    details: {
      assigned: 'giao cho trưởng thôn, cộng tác viên, cán bộ khác',
      contacted: 'đã gặp hoặc gọi điện, người dân đã biết',
      invited: 'đã gửi giấy mời',
      unreachable: 'không ở nhà, không nghe máy',
      declined: 'không muốn hưởng, hoặc không đủ điều kiện trên thực tế',
    } satisfies Record<Outcome, string>,
    needsOutcome: 'Chọn việc đã làm.',
    assignee: 'Giao cho ai?',
    assigneeHint: 'Họ tên và chức danh, ví dụ: Trần Văn Nam, trưởng thôn Đông.',
    needsAssignee: 'Ghi họ tên người được giao.',
    note: 'Ghi thêm (không bắt buộc)',
    reason: 'Lý do từ chối',
    noteHint: 'Không ghi thông tin về bệnh tật.',
    needsReason: 'Ghi lý do, để người sau không phải hỏi lại.',
    save: 'Ghi kết quả',
    cancel: 'Chưa ghi',
  },
  none: {
    soon: {
      title: 'Trong 12 tháng tới không có ai sắp đủ điều kiện.',
      next: 'Người sắp đến tuổi, hoặc có giấy tờ mới được ghi, sẽ hiện ở đây.',
    },
    unused: {
      title: 'Không có ai đủ điều kiện mà chưa hưởng.',
      next: 'Theo thông tin đã ghi, mọi quyền lợi trong địa bàn đều đã có quyết định.',
    },
    ending: {
      title: 'Trong 12 tháng tới không có ai hết điều kiện.',
      next: 'Người sắp quá tuổi, sắp học xong, hoặc mất điều kiện khác sẽ hiện ở đây.',
    },
    ended: {
      title: 'Không có ai chờ quyết định thôi hưởng.',
      next: 'Mọi việc hưởng đang mở đều còn điều kiện.',
    },
    changing: {
      title: 'Trong 12 tháng tới không có ai đổi mức.',
      next: 'Người sắp sang nhóm tuổi khác sẽ hiện ở đây.',
    },
    renewal: {
      title: 'Không có ai chờ danh sách hộ nghèo.',
      next: 'Danh sách của năm mới đã được ghi, hoặc không có ai hưởng theo danh sách.',
    },
    certificate: {
      title: 'Trong 12 tháng tới không có giấy khuyết tật nào phải làm lại.',
      next: 'Trẻ đang hưởng theo giấy khuyết tật cấp khi chưa đủ 6 tuổi sẽ hiện ở đây trước 12 tháng.',
    },
  } satisfies Record<View, Empty>,
  noneFiltered: 'Không có ai khớp với bộ lọc này.',
  showAll: 'Xem tất cả',
  home: {
    soon: 'Sắp đủ điều kiện',
    ending: 'Sắp hết điều kiện',
    all: (count: string) => `Xem cả ${count}`,
    nothingSoon: 'Trong 12 tháng tới không còn ai cần liên hệ.',
    nothingEnding: 'Trong 12 tháng tới không còn ai sắp hết điều kiện mà chưa có việc gì được làm.',
    from: (month: string) => `từ ${month}`,
    waiting: (people: string, amount: string) => `${people} người có thể đang mất ${amount} mỗi tháng.`,
    ended: (people: string) => `${people} người chờ quyết định thôi hưởng`,
    certificate: (people: string) => `${people} người có giấy khuyết tật phải làm lại khi đủ 6 tuổi`,
    seeUnused: 'Xem người đủ mà chưa hưởng',
    preparing: 'Danh sách người sắp đủ, sắp hết điều kiện đang được lập; xin mở lại sau ít phút.',
  },
  problems: {
    'outreach.prospect_not_found':
      'Có người không còn trong danh sách, vì thông tin vừa thay đổi. Xin tải lại trang rồi chọn lại.',
    'outreach.list_empty': 'Danh sách đang lọc không có ai để tải.',
    'outreach.list_too_long': 'Danh sách quá dài cho một tệp. Xin lọc theo xã, phường.',
    'outreach.nobody_to_invite':
      'Những người đã chọn đang có hồ sơ, đang chờ xác nhận danh sách nhập, hoặc không phải nộp hồ sơ, nên không có giấy mời.',
  } satisfies ProblemWords,
}

export type Messages = typeof messages
