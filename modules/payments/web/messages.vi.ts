import { formatDate } from '#kernel/written'
import type { ProblemWords } from '#platform/web/problem'
import type { EnvelopeState, EnvelopeStep, InstructionState, LineAdvice, Verdict } from '../contract.ts'
import { channels, outcomes } from './money-words.vi.ts'
import { whyNot } from './why-not.vi.ts'

const number = (value: unknown) => Number(value ?? 0).toLocaleString('vi-VN')

// What the server names is one of its channels.
const channelName = (channel: unknown) => channels[channel as keyof typeof channels].toLocaleLowerCase('vi')

export const messages = {
  payments: 'Chi trả',
  title: 'Đợt chi',
  caption: 'Các đợt chi, mới nhất đứng trên',
  none: 'Chưa có đợt chi',
  noneMore: 'Sau khi kỳ chi trả được phê duyệt, cán bộ chi trả lập đợt chi cho từng đơn vị chi trả.',
  month: 'Kỳ',
  code: 'Mã đợt',
  provider: 'Đơn vị chi trả',
  area: 'Đơn vị',
  state: 'Trạng thái',
  instructions: 'Số lệnh',
  amount: 'Số tiền',
  paidShare: 'Đã chi',
  openShare: 'Chưa có kết quả',
  prepare: {
    waiting: (month: string, area: string) => `Kỳ ${month} của ${area} đã được phê duyệt và chưa có đợt chi.`,
    verb: (month: string) => `Lập đợt chi kỳ ${month}`,
    done: 'Đã lập đợt chi. Người thứ hai kiểm tra số tổng, người thứ ba phê duyệt rồi mới gửi.',
  },
  purposes: { reissue: 'gửi lại', one_off: 'chi một lần', source: 'theo đề nghị của hệ thống khác' },
  states: {
    draft: 'Mới lập',
    checked: 'Đã kiểm tra',
    approved: 'Đã phê duyệt',
    sending: 'Đang gửi',
    sent: 'Đã gửi',
    reconciled: 'Đã chốt đối soát',
    cancelled: 'Đã hủy',
  } satisfies Record<EnvelopeState, string> as Record<EnvelopeState, string>,
  steps: {
    check: 'Xác nhận số tổng',
    approve: 'Phê duyệt đợt chi',
    send: 'Gửi cho đơn vị chi trả',
    reconcile: 'Chốt đối soát',
    cancel: 'Hủy đợt chi',
  } satisfies Record<EnvelopeStep, string> as Record<EnvelopeStep, string>,
  confirm: {
    otherwise: 'Để sau',
    check: (count: string, amount: string) =>
      `Xác nhận ${count} lệnh, cộng ${amount}, đúng với danh sách đã duyệt.`,
    approve: (amount: string) =>
      `Phê duyệt sẽ giữ dự toán ${amount}. Kỳ chi trả không trả lại được nữa kể từ lúc này.`,
    send: (provider: string) =>
      `Tệp lệnh chi được gửi cho ${provider}. Đã gửi thì không lấy lại được, chỉ thu hồi từng lệnh.`,
    reconcile: 'Chốt khi mọi lệnh đã có kết quả và không còn dòng nào chờ khớp tay.',
    cancel: 'Dự toán đã giữ được trả lại; kỳ chi trả có thể lập đợt chi mới.',
  },
  done: {
    check: 'Đã xác nhận số tổng. Chờ người thứ ba phê duyệt.',
    approve: 'Đã phê duyệt và giữ dự toán. Cán bộ chi trả có thể gửi.',
    send: 'Đã yêu cầu gửi.',
    reconcile: 'Đã chốt đối soát đợt chi.',
    cancel: 'Đã hủy đợt chi.',
  } satisfies Record<EnvelopeStep, string> as Record<EnvelopeStep, string>,
  sending: 'Đang ghi và gửi tệp lệnh chi…',
  sendingFailed:
    'Chưa gửi được. Đợt chi giữ nguyên; bấm gửi lại thì đúng tệp đó được gửi, không chi hai lần.',
  paper: {
    verb: 'Ghi theo văn bản',
    verbOf: (name: string) => `Ghi theo văn bản: ${name}`,
    title: (name: string) => `Đơn vị chi trả trả lời thế nào về lệnh của ${name}?`,
    outcome: 'Kết quả',
    day: 'Ngày',
    paper: 'Văn bản của đơn vị chi trả',
    paperHint: 'Loại, số, ngày, ví dụ: công văn 120/NHNo ngày 28/11/2026',
  },
  delivery: {
    taken: 'Họ đã nhận tệp',
    notTaken: 'Họ không nhận tệp',
    takenTitle: 'Ghi là đơn vị chi trả đã nhận tệp?',
    notTakenTitle: 'Ghi là đơn vị chi trả không nhận tệp?',
    takenMore: 'Đợt chi thành «Đã gửi»: tiền chuyển được ghi sổ, các lệnh chờ kết quả.',
    notTakenMore:
      'Đợt chi trở lại «Đã phê duyệt», gửi lại hoặc hủy được. Nếu thật ra họ đã nhận, tiền có thể được chi hai lần.',
    note: 'Ai của đơn vị chi trả xác nhận, ngày nào, văn bản nào',
  },
  byHand: 'Đơn vị này nhận tệp bằng tay: tải tệp rồi nộp theo cách hai bên đã thỏa thuận.',
  download: 'Tải tệp lệnh chi',
  reissue: {
    verb: 'Gửi lại lệnh chưa tới tay',
    title: (count: string) => `Lập lại ${count} lệnh bị trả, bị từ chối hoặc chưa lĩnh?`,
    more: 'Lệnh mới đi theo hình thức chi trả hiện nay của từng người và nối với lệnh cũ. Đợt mới phải qua đủ ba người.',
    done: (count: string) => `Đã lập ${count} đợt chi mới.`,
    held: (count: string) =>
      `${count} người chưa lĩnh đủ số tháng để tạm dừng theo luật, nên không lập lại; báo xã xem xét.`,
    disputed: (count: string) =>
      `${count} lệnh còn dòng trả lời chờ khớp tay nên chưa lập lại: có thể tiền đã đến tay. Xem ở trang Đối soát trước.`,
  },
  identity: {
    label: (provider: string, month: string) => `Đẳng thức tiền của ${provider}, kỳ ${month}`,
    transferred: 'Đã chuyển',
    carriedIn: 'tồn đầu',
    paid: 'đã chi',
    carriedOut: 'chuyển kỳ sau',
    returned: 'hoàn trả',
    balanced: 'cân',
    unbalanced: 'lệch',
    more: 'Cộng từ bút toán trong sổ, không nhập tay.',
  },
  facts: {
    heading: 'Số tổng và chữ ký',
    total: 'Cộng',
    inWords: 'Bằng chữ',
    carried: 'Tiền đã có ở đơn vị chi trả',
    executeOn: 'Ngày thực hiện',
    file: 'Tệp',
    fingerprint: 'Mã kiểm tra đợt chi',
    prepared: 'Người lập',
    checked: 'Người kiểm tra',
    approved: 'Người phê duyệt',
    sent: 'Người gửi',
    reconciled: 'Người chốt',
    notYet: 'chưa có',
  },
  results: {
    heading: 'Kết quả',
    caption: 'Số lệnh và số tiền theo trạng thái',
    byArea: 'Theo đơn vị hành chính',
    areaCaption: 'Số lệnh và số tiền theo đơn vị hành chính',
    all: 'Tất cả lệnh',
  },
  instructionsHeading: 'Lệnh chi',
  instructionsCaption: 'Các lệnh chi của đợt',
  noInstructions: 'Không có lệnh nào ở trạng thái này.',
  key: 'Mã dòng',
  payee: 'Người nhận',
  way: 'Hình thức',
  result: 'Trạng thái',
  reissued: (key: string) => `đã lập lại: ${key}`,
  receivedBy: (name: string, until: string | null) =>
    `nhận thay: ${name}${until === null ? '' : `, đến hết ${until}`}`,
  isReissue: 'lập lại',
  recallAsked: 'đã yêu cầu thu hồi, gọi cho đơn vị chi trả',
  channels,
  instructionStates: {
    ready: 'Chưa gửi',
    sent: 'Đã gửi, chờ kết quả',
    paid: 'Đã chi',
    returned: 'Bị trả lại',
    rejected: 'Bị từ chối',
    recalled: 'Đã thu hồi',
    unclaimed: 'Chưa lĩnh',
    withdrawn: 'Đã rút trước khi gửi',
  } satisfies Record<InstructionState, string> as Record<InstructionState, string>,
  /** What banks write as a reason, in words; any other code stands as it is. */
  reasons: {
    AC01: 'Số tài khoản không đúng',
    AC04: 'Tài khoản đã đóng',
    AC06: 'Tài khoản bị khóa',
    AM04: 'Không đủ tiền',
    AM05: 'Trùng lệnh',
    BE01: 'Tên không khớp tài khoản',
    BE22: 'Thiếu tên người nhận',
    MD07: 'Chủ tài khoản đã chết',
    MS03: 'Ngân hàng không nêu lý do',
    RC01: 'Mã ngân hàng không đúng',
    CUST: 'Theo yêu cầu của bên gửi',
    right_ended: 'Quyền hưởng đã chấm dứt',
    wrong_account: 'Tài khoản sai',
    wrong_amount: 'Số tiền sai',
    merged: 'Hồ sơ trùng đã gộp',
    not_come: 'Không đến lĩnh',
    no_papers: 'Không có giấy tờ',
    wrong_papers: 'Giấy tờ không khớp',
    refused: 'Từ chối nhận',
    said_dead: 'Người nhà báo đã chết',
    recalled: 'Người hưởng đã chết',
    due_again: 'Đã rút, nay lại được chi: chuyển sang đợt chi sau',
    payee_died: 'Giữ lại: người nhận đã chết trước tháng này, chờ xác định ai được nhận',
  } as Readonly<Record<string, string>>,
  reconciliation: {
    title: 'Đối soát',
    open: (count: string) => `${count} dòng trả lời cần khớp tay`,
    noneOpen: 'Không có dòng nào cần khớp tay',
    noneOpenMore: 'Dòng không tự khớp theo mã, hoặc theo số tiền, tài khoản và tên, sẽ hiện ở đây.',
    openPart: 'Chờ khớp tay',
    settledPart: 'Đã xử lý',
    settledCount: (count: string) => `${count} dòng đã xử lý bằng tay`,
    settledCaption: 'Dòng trả lời đã khớp tay hoặc để riêng, mới nhất đứng trên',
    noneSettled: 'Chưa có dòng nào xử lý bằng tay',
    settledHow: 'Xử lý thế nào, ai, vì sao',
    openCaption: 'Dòng trả lời chờ khớp tay, cũ nhất đứng trên',
    file: 'Tệp',
    said: 'Đơn vị chi trả báo',
    why: 'Vì sao chưa khớp',
    match: 'Khớp tay',
    aside: 'Để riêng',
    matchTitle: 'Dòng này là của lệnh nào?',
    noCandidates: 'Không có lệnh nào cùng số tiền còn chờ kết quả ở đơn vị này.',
    matchVerb: (key: string) => `Khớp với ${key}`,
    asideTitle: 'Để riêng dòng này?',
    asideMore: 'Để riêng nghĩa là dòng này không chi hoặc trả đồng nào của danh sách. Ghi rõ căn cứ.',
    note: 'Căn cứ',
    matchNoteHint: 'Vì sao là lệnh này, ví dụ: giấy báo nợ số 12 ngày 25/11/2026. Ghi xong mới chọn lệnh.',
    noteHint: 'Ví dụ: công văn số, ngày, ngân hàng xác nhận ghi nhầm',
    standings: 'Tổng và chênh lệch',
    standingsMore:
      'Theo sổ: tiền đã chuyển mà chưa chi, chưa hoàn trả. Chênh lệch: tiền bị trả hoặc chưa lĩnh, cần gửi lại hoặc hoàn trả. Số dư đơn vị báo gồm cả tiền khác trên tài khoản.',
    waiting: 'Lệnh chờ kết quả',
    unmatched: 'Dòng chờ khớp tay',
    balance: 'Ở đơn vị theo sổ',
    lying: 'Chênh lệch với lệnh chờ',
    saidBalance: 'Đơn vị báo số dư',
    difference: 'Sao kê khác sổ',
    moved: (amount: string) => `sao kê ghi ${amount}`,
    differs: {
      waiting: (amount: string) => `chờ khớp ${amount}`,
      aside: (amount: string) => `để riêng ${amount}`,
      gap: (amount: string) => `thiếu hoặc trùng ngày sao kê ${amount}`,
    },
    advice: {
      netted:
        'ngân hàng ghi gộp hoặc bù trừ nhiều lệnh trong một dòng nên chưa ghi gì. Đề nghị ngân hàng báo từng lệnh, đọc tệp đó, rồi để riêng dòng này.',
      part_was_paid:
        'ngân hàng từ chối cả đợt nhưng đã báo chi một phần, nên chưa lệnh nào bị ghi là từ chối. Hỏi ngân hàng từng lệnh: đọc tệp ghi mã từng lệnh hoặc ghi theo công văn, rồi để riêng dòng này.',
    } satisfies Record<LineAdvice, string> as Record<LineAdvice, string>,
    countOf: (count: string, amount: string) => `${count} · ${amount}`,
    files: 'Tệp trả lời',
    filesCaption: 'Tệp trả lời, mới nhất đứng trên',
    noFiles: 'Chưa có tệp trả lời nào.',
    upload: 'Đọc tệp trả lời',
    uploadHint:
      'pain.002, camt.053, camt.054 (XML), hoặc bảng CSV, Excel. Tệp đã đọc rồi thì đọc lại không thay đổi gì.',
    choose: 'Tệp của ngân hàng hoặc bưu điện',
    read: (lines: string, moved: string) => `Đã đọc ${lines} dòng, ${moved} lệnh có kết quả mới.`,
    readBefore: 'Tệp này đã đọc trước đó; không có gì thay đổi.',
    fetch: (provider: string) => `Lấy trả lời của ${provider}`,
    reading: 'Đang đọc tệp…',
    kind: 'Loại',
    lines: 'Số dòng',
    received: 'Nhận lúc',
    refused: 'Không đọc được',
    wasRead: 'Đã đọc',
    faults: (count: string) => `Xem ${count} dòng sai`,
    /** Why a file is not taken as the provider’s. */
    notUnderstood: (said: string) => `nội dung không đúng chuẩn, gửi cho đơn vị chi trả: «${said}»`,
    becauses: {
      ...whyNot,
      not_signed: 'tệp không có chữ ký số',
      not_encrypted: 'tệp không được mã hóa cho đơn vị này',
      signature_wrong: 'chữ ký số không khớp nội dung',
      signer_unknown: 'người ký không phải đơn vị chi trả',
      certificate_ended: 'chứng thư số của đơn vị chi trả đã hết hạn',
      account: 'sao kê của tài khoản khác; chọn đúng đơn vị chi trả',
      'payments.message_id_reused': 'mã thông điệp này đã dùng cho tệp khác; hỏi lại đơn vị chi trả',
      'payments.rows_wrong': 'có dòng không đọc được',
    } as Readonly<Record<string, string>>,
    kinds: {
      'pain.002': 'Báo trạng thái lệnh',
      'camt.053': 'Sao kê tài khoản',
      'camt.054': 'Báo nợ, báo có',
      csv: 'Bảng kết quả',
      phone: 'Ghi nhận từ máy của người chi',
      closing: 'Chốt điểm chi',
      unknown: 'Không rõ',
    },
  },
  outcomes,
  verdicts: {
    matched: 'đã khớp',
    repeated: 'báo lại',
    noted: 'ghi nhận',
    unknown: 'không có lệnh nào mang mã này',
    ambiguous: 'hợp với nhiều lệnh',
    amount_differs: 'số tiền khác với lệnh',
    contradicts: 'trái với kết quả đã có, chi lần hai, hoặc ngày không thể có',
    matched_by_hand: 'đã khớp tay',
    set_aside: 'đã để riêng',
  } satisfies Record<Verdict, string> as Record<Verdict, string>,
  problems: {
    'payments.provider_missing': ({ payees, channel }) =>
      `Chưa lập được đợt chi: ${number(payees)} người nhận theo hình thức «${channelName(channel)}» chưa có đơn vị chi trả. Người phê duyệt mở ở trang Đơn vị chi trả, rồi lập lại.`,
    'payments.already_in_envelopes': 'Kỳ này đã có đợt chi. Mở đợt chi đang có, hoặc hủy rồi lập lại.',
    'payments.day_too_late': ({ latest }) =>
      `Ngày chi muộn hơn kỳ chi trả. Chọn ngày không sau ${formatDate(String(latest))}.`,
    'payments.month_too_late': ({ latest }) =>
      `Lệnh lập lại thuộc kỳ tiếp theo là muộn nhất. Chọn kỳ không sau ${formatDate(String(latest))}.`,
    'payments.nothing_to_pay': 'Không còn lệnh nào để gửi. Hủy đợt chi này.',
    'payments.totals_differ':
      'Số tổng không khớp với danh sách đã duyệt nên chưa lập gì. Báo người quản trị.',
    'payments.envelope_not_found': 'Không tìm thấy đợt chi này trong phạm vi của anh/chị.',
    'payments.envelope_moved_on': 'Đợt chi đã sang bước khác. Tải lại trang để xem.',
    'payments.second_person_needed':
      'Anh/chị đã làm một bước trước của đợt chi này. Người lập, người kiểm tra và người phê duyệt phải là ba người.',
    'payments.answer_by_second_person': ({ code }) =>
      `Chưa ghi gì: anh/chị đã lập, gửi hoặc đề nghị ${String(code)} nên không tự ghi kết quả. Nhờ người khác nhận tệp, khớp tay hoặc ghi theo công văn.`,
    'payments.envelope_changed': 'Nội dung đợt chi khác với lúc lập. Hủy và lập lại.',
    'payments.funds_short': ({ missing }) =>
      `Dự toán còn lại không đủ, thiếu ${number(missing)} đ. Kế toán ghi quyết định giao thêm ở trang Dòng dự toán rồi phê duyệt.`,
    'payments.fund_shares_differ':
      'Chưa có dòng dự toán của đơn vị này hay của cấp trên cho chế độ này, hoặc tỷ lệ các nguồn không đủ 100%. Kế toán mở dòng ở trang Dòng dự toán rồi phê duyệt.',
    'payments.withholding_changed':
      'Một khoản khấu trừ thu hồi đã được trả, xóa hoặc tạm dừng sau khi lập đợt chi. Hủy đợt chi rồi lập lại.',
    'payments.envelope_open': ({ instructions, amount, lines }) =>
      `Chưa chốt đối soát được: ${number(instructions)} lệnh, ${number(amount)} đ chưa có kết quả, ${number(lines)} dòng chờ khớp tay.`,
    'payments.provider_unreachable':
      'Không liên lạc được với đơn vị chi trả. Chưa có gì bị mất; thử lại sau ít phút.',
    'payments.provider_doubtful': ({ status }) =>
      `Không rõ đơn vị chi trả đã nhận tệp hay chưa: lần gửi trước không có hồi âm, lần này họ trả lời ${number(status)}. Không hủy, không lập đợt chi khác. Hỏi họ, rồi người phê duyệt ghi kết quả ở đây; có tệp trả lời thì hệ thống tự biết.`,
    'payments.delivery_under_way': 'Tệp đang được gửi. Chờ gửi xong rồi ghi.',
    'payments.provider_refused_file':
      'Đơn vị chi trả không nhận tệp. Không lệnh nào được thực hiện; xem lý do rồi gửi lại hoặc hủy đợt chi.',
    'payments.file_not_understood':
      'Không đọc được tệp này nên không ghi gì. Kiểm tra có đúng tệp trả lời của ngân hàng hoặc bưu điện không.',
    'payments.rows_wrong': ({ total }) =>
      `Tệp có ${number(total)} dòng không đọc được nên không ghi gì. Xem từng dòng và lý do ở bảng Tệp trả lời; sửa tệp hoặc bố cục rồi đọc lại.`,
    'payments.file_too_large': 'Tệp quá lớn để tải lên ở đây. Nhờ người quản trị nhập trên máy chủ.',
    'payments.file_not_protected':
      'Tệp không được ký, mã hóa như đã thỏa thuận với đơn vị chi trả nên không ghi gì. Hỏi lại họ; nếu họ đổi chứng thư số, nhờ người quản trị thay.',
    'payments.provider_keys_missing':
      'Thiếu khóa để ký, mã hóa tệp cho đơn vị này. Nhờ người quản trị đặt khóa trên máy chủ.',
    'payments.message_id_reused':
      'Đơn vị chi trả dùng lại một mã thông điệp cho tệp khác. Hỏi lại họ; chưa ghi gì.',
    'payments.response_refused': 'Sao kê là của tài khoản khác nên không ghi gì. Chọn đúng đơn vị chi trả.',
    'payments.line_settled': 'Dòng này đã có người xử lý. Tải lại trang để xem.',
    'payments.instruction_does_not_fit':
      'Lệnh này không hợp với dòng trả lời: khác số tiền, khác đơn vị chi trả, hoặc đã có kết quả.',
    'payments.paper_day_ahead': 'Ngày này chưa đến nên chưa ghi gì. Xem lại ngày, năm trên văn bản.',
    'payments.nothing_to_reissue': ({ disputed }) =>
      Number(disputed) > 0
        ? `Chưa lập lại: ${number(disputed)} lệnh còn dòng trả lời chờ khớp tay, có thể tiền đã đến tay. Xem ở trang Đối soát trước.`
        : 'Không có lệnh nào để lập lại.',
    'payments.area_not_yours':
      'Đợt chi trả cho địa bàn rộng hơn phạm vi của anh/chị; anh/chị chỉ xem phần của mình.',
  } as ProblemWords,
}

export type Messages = typeof messages
