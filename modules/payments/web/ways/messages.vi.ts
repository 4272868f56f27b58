import type { ProblemWords } from '#platform/web/problem'
import type { AwardRef, FallBack, NameCheck, WayOrigin, WayRequestState, WayView } from '../../contract.ts'

type Role = NonNullable<WayView['receiver']>['role']
type Benefit = AwardRef['benefit']

export const messages = {
  title: 'Đổi cách nhận tiền',
  lead: 'Mỗi thay đổi do một người đề nghị kèm giấy tờ, người khác duyệt, rồi chờ đủ ngày mới chi theo cách mới.',
  waiting: 'Đang chờ',
  ended: 'Đã xong',
  shared: 'Tài khoản cần xem lại',
  none: 'Không có đề nghị nào đang chờ',
  noneMore: 'Đề nghị lập ở trang của từng người, phần «Người nhận và cách nhận».',
  noneEnded: 'Chưa có đề nghị nào đã xong',
  noneEndedMore: 'Đề nghị đã có hiệu lực, bị từ chối hoặc đã rút nằm ở đây.',
  person: {
    awards: 'Từng khoản đang hưởng',
    awardsCaption: 'Khoản đang hưởng, người nhận và cách nhận',
    noAwards: 'Hiện không hưởng khoản hằng tháng nào.',
    benefit: 'Khoản',
    payee: 'Người nhận',
    self: 'bản thân',
    outOfSight: 'người ngoài địa bàn',
    way: 'Cách nhận',
    own: 'Cách nhận chung',
    ownMore: 'Cho mọi khoản người này nhận, trừ khoản có cách nhận riêng.',
    alone: 'riêng khoản này',
    askAward: 'Đổi riêng khoản này',
    askAwardOf: (benefit: string) => `Đổi riêng khoản này: ${benefit}`,
    requests: 'Đề nghị đổi',
    noRequests: 'Chưa có đề nghị nào.',
    ask: 'Đề nghị đổi cách nhận',
    asked: 'Đã ghi đề nghị. Người khác duyệt, rồi chờ đủ ngày mới chi theo cách mới.',
  },
  benefits: {
    monthly_allowance: 'Trợ cấp xã hội hằng tháng',
    social_pension: 'Trợ cấp hưu trí xã hội',
    care_support: 'Hỗ trợ chăm sóc, nuôi dưỡng',
    parenting_support: 'Hỗ trợ người khuyết tật nuôi con nhỏ',
    facility_care: 'Trợ cấp nuôi dưỡng tại cơ sở',
  } satisfies Record<Benefit, string> as Record<Benefit, string>,
  channels: {
    account: 'Tài khoản ngân hàng',
    wallet: 'Ví điện tử, tiền di động',
    cash_point: 'Tiền mặt tại điểm chi',
    cash_home: 'Tiền mặt tại nhà',
  } satisfies Record<WayView['channel'], string> as Record<WayView['channel'], string>,
  atCommune: 'điểm chi của xã',
  notTold: 'Chưa ghi cách nhận: tiền mặt tại điểm chi của xã',
  holder: (name: string) => `tên tài khoản: ${name}`,
  roles: {
    authorised: 'Người nhận thay theo ủy quyền',
    guardian: 'Người giám hộ',
    carer: 'Người chăm sóc',
    heir: 'Người thừa kế',
  } satisfies Record<Role, string> as Record<Role, string>,
  until: (day: string) => `đến hết ${day}`,
  onlyAward: (benefit: string, person: string | null) =>
    `Chỉ khoản: ${benefit}${person === null ? '' : ` của ${person}`}`,
  before: 'Đang nhận',
  after: 'Đề nghị',
  formerly: 'Trước đó',
  henceforth: 'Từ ngày có hiệu lực',
  evidence: 'Giấy tờ',
  fromFile: (code: string) => `Nguyện vọng trong hồ sơ ${code}`,
  askedBy: 'Người đề nghị',
  decidedBy: 'Người quyết định',
  effectiveOn: (day: string) => `Chi theo cách mới từ ${day}`,
  note: 'Lý do',
  states: {
    asked: 'Chờ duyệt',
    approved: 'Đã duyệt, chờ đủ ngày',
    in_force: 'Đang áp dụng',
    refused: 'Đã từ chối',
    withdrawn: 'Đã rút',
  } satisfies Record<WayRequestState, string> as Record<WayRequestState, string>,
  fellBack: {
    expired: 'Trở lại người hưởng',
    died: 'Trở lại người hưởng',
    called_wrong: 'Không chi qua tài khoản này nữa',
  } satisfies Record<FallBack, string> as Record<FallBack, string>,
  origins: {
    office: 'Tại cơ quan',
    application: 'Theo nguyện vọng trong hồ sơ',
    expired: 'Ủy quyền hết hạn',
    died: 'Người nhận thay đã chết',
    called_wrong: 'Tài khoản bị báo sai hoặc của kẻ gian',
  } satisfies Record<WayOrigin, string> as Record<WayOrigin, string>,
  nameCheck: 'Tên tài khoản',
  names: {
    none: '',
    waiting: 'Đang hỏi ngân hàng…',
    matches: 'Khớp',
    differs: 'Không khớp',
    unknown: 'Ngân hàng không có tài khoản này',
    closed: 'Tài khoản đã đóng',
    unreachable: 'Chưa hỏi được ngân hàng; hệ thống hỏi lại mỗi giờ',
  } satisfies Record<NameCheck, string> as Record<NameCheck, string>,
  nameDiffers: (found: string, expected: string) =>
    `Ngân hàng ghi ${found}, tài khoản phải đứng tên ${expected}.`,
  nameDiffersMore:
    'Có thể là tài khoản của người nhận thay: đề nghị lại kèm ủy quyền, hoặc sửa số tài khoản.',
  conflict: (count: string) =>
    `Còn ${count} đề nghị khác của người này chưa xong. Từ chối hoặc rút đề nghị sai trước, rồi duyệt đề nghị đúng.`,
  strangers: (names: string) =>
    `Tài khoản này đang nhận tiền của ${names}; sổ người không ghi quan hệ nào giữa họ và người này.`,
  elsewhere: 'một người ngoài địa bàn',
  calledWrong: (day: string) => `Bị báo sai hoặc của kẻ gian ngày ${day}`,
  calledWrongForPayee:
    'Tài khoản này bị báo sai ở lệnh chi của chính người này. Chỉ duyệt được khi ngân hàng xác nhận lại đúng tên sau ngày đó.',
  calledWrongForOthers:
    'Tài khoản này bị báo sai ở lệnh chi của người khác. Hỏi lại người hưởng và đối chiếu giấy tờ trước khi duyệt.',
  approve: 'Duyệt',
  refuse: 'Từ chối',
  stop: 'Dừng thay đổi',
  withdraw: 'Rút đề nghị',
  recheck: 'Hỏi lại ngân hàng',
  otherwise: 'Để sau',
  approveTitle: (name: string) => `Duyệt đổi cách nhận tiền của ${name}?`,
  approveMore:
    'Đối chiếu số tài khoản và người nhận với giấy tờ. Sau khi duyệt, chờ đủ ngày làm việc mới chi theo cách mới; trong thời gian đó vẫn dừng được.',
  seen: 'Tôi đã đối chiếu với giấy tờ và chấp nhận những điểm này',
  refuseTitle: (name: string) => `Không đổi cách nhận tiền của ${name}?`,
  reason: 'Lý do',
  reasonHint: 'Ví dụ: người hưởng báo không đề nghị, giấy ủy quyền chưa chứng thực',
  approved: (day: string) => `Đã duyệt. Chi theo cách mới từ ${day}.`,
  form: {
    title: (name: string) => `Đề nghị đổi cách nhận tiền của ${name}`,
    titleOfAward: (benefit: string, name: string) =>
      `Đề nghị cách nhận riêng: ${benefit}, người nhận ${name}`,
    onlyAward:
      'Chỉ đổi khoản này; các khoản khác vẫn theo cách nhận chung. Ghi giống cách nhận chung thì khoản này lại theo cách nhận chung.',
    channel: 'Nhận bằng',
    bank: 'Ngân hàng',
    wallet: 'Công ty ví, mạng di động',
    account: 'Số tài khoản',
    phone: 'Số điện thoại của ví',
    holder: 'Tên chủ tài khoản',
    payPoint: 'Điểm chi',
    atCommune: 'Điểm chi của xã',
    who: 'Ai nhận tiền',
    self: 'Tự nhận',
    known: 'Người trong sổ người',
    someoneElse: 'Người khác, ghi tên bên dưới',
    noneKnown: (role: string) =>
      `Sổ người chưa ghi ai là ${role.toLocaleLowerCase('vi-VN')} của người này. Ghi quan hệ ở phần Chung trước.`,
    fullName: 'Họ và tên người nhận thay',
    number: 'Số định danh cá nhân',
    document: 'Văn bản',
    documentHint: 'Loại, số, ngày, nơi chứng thực',
    until: 'Hết hạn ngày',
    isReceivers: 'Tài khoản đứng tên người nhận thay',
    evidence: 'Giấy tờ kèm đề nghị',
    evidenceHint: 'Ví dụ: đơn ngày 23/11/2026, bản sao thẻ ngân hàng',
    send: 'Ghi đề nghị',
    missing: (what: string) => `Ghi ${what.toLocaleLowerCase('vi-VN')}`,
  },
  sharedLead:
    'Tài khoản bị báo sai ở lệnh chi của một người mà người khác còn nhận, và tài khoản nhiều người dùng chung mà sổ người không ghi quan hệ giữa họ. Hỏi lại từng người; ghi quan hệ nếu có, hoặc đề nghị đổi tài khoản.',
  sharedCaption: 'Tài khoản bị báo sai, hoặc dùng chung giữa những người không có quan hệ',
  sharedNone: 'Không có tài khoản nào bị báo sai hay dùng chung giữa những người không có quan hệ',
  sharedWhy: 'Vì sao',
  noTie: 'Dùng chung, không có quan hệ',
  account: 'Tài khoản',
  payees: 'Người nhận',
  more: (count: string) => `và ${count} người ngoài địa bàn`,
  pictures: {
    see: (number: number) => `Xem ảnh giấy tờ ${number}`,
    add: 'Thêm ảnh giấy tờ',
    addTitle: (name: string) => `Thêm ảnh giấy tờ của ${name}?`,
    file: 'Ảnh hoặc PDF',
    hint: 'Nhiều nhất 6 ảnh. Đã thêm thì không đổi, không xóa: người duyệt thấy đúng ảnh này.',
  },
  problems: {
    'payments.way_pictures_full': 'Đề nghị đã đủ 6 ảnh.',
    'payments.way_picture_not_found': 'Không có ảnh này. Tải lại trang.',
    'documents.upload_quarantined':
      'Ảnh này đang chờ quét mã độc nên chưa mở được. Hệ thống tự quét lại trong vòng một giờ.',
    'documents.upload_infected':
      'Phần mềm quét tìm thấy mã độc trong ảnh này nên không mở. Chụp lại giấy tờ.',
    'payments.way_request_not_found': 'Không tìm thấy đề nghị này trong phạm vi của anh/chị.',
    'payments.way_request_settled': 'Đề nghị này đã có người xử lý. Tải lại trang để xem.',
    'payments.way_not_usable': ({ fault }) =>
      ({
        authority_without_end: 'Ủy quyền phải có ngày hết hạn. Ghi ngày hết hạn trong giấy ủy quyền.',
        authority_ended:
          'Ủy quyền đã hết hạn, hoặc hết hạn trước ngày bắt đầu chi. Ghi giấy ủy quyền còn hạn.',
        account_of_nobody: 'Tài khoản của người nhận thay thì phải ghi người nhận thay.',
        account_not_valid: 'Số tài khoản chỉ gồm 4 đến 34 chữ số hoặc chữ cái. Xem lại giấy tờ.',
        bank_unknown: 'Không có ngân hàng này trong danh mục NAPAS. Chọn ngân hàng trong danh sách.',
      })[String(fault)] ?? 'Cách nhận này chưa dùng được. Xem lại từng ô.',
    'payments.way_unchanged': 'Đang nhận đúng cách đó; không có gì để đổi.',
    'payments.award_not_received':
      'Người này không còn nhận khoản đó. Tải lại trang để xem các khoản hiện nay.',
    'payments.way_changed_meanwhile':
      'Cách nhận đã đổi từ lúc lập đề nghị. Từ chối đề nghị này và lập đề nghị mới.',
    'payments.way_conflict':
      'Người này còn đề nghị khác chưa xong. Từ chối hoặc rút đề nghị sai trước, rồi duyệt đề nghị đúng.',
    'payments.way_needs_a_look':
      'Tên tài khoản chưa khớp hoặc tài khoản dùng chung. Tải lại trang, đối chiếu với giấy tờ rồi duyệt.',
    'payments.way_called_wrong':
      'Tài khoản này đã bị báo sai ở lệnh chi của chính người này, và ngân hàng chưa xác nhận lại tên từ đó. Bấm «Hỏi lại ngân hàng»; tên khớp thì duyệt, không thì chọn tài khoản khác.',
    'payments.way_by_second_person':
      'Anh/chị là người đề nghị. Người khác duyệt hoặc từ chối; anh/chị chỉ rút được đề nghị của mình.',
    'payments.receiver_not_related':
      'Sổ người không ghi quan hệ giám hộ hoặc chăm sóc này. Ghi quan hệ trước, rồi đề nghị lại.',
    'payments.payee_not_found': 'Không tìm thấy người này trong phạm vi của anh/chị.',
    'payments.payee_died': 'Người này đã chết nên không đổi cách nhận nữa.',
    'payments.provider_missing': 'Địa bàn này chưa có đơn vị chi trả theo cách đó. Chọn cách khác.',
    'payroll.pay_point_not_found': 'Không tìm thấy điểm chi này. Chọn điểm khác trong danh sách.',
    'payroll.pay_point_elsewhere': 'Điểm chi này ngoài địa bàn của anh/chị. Chọn điểm khác.',
  } as ProblemWords,
}

export type Messages = typeof messages
