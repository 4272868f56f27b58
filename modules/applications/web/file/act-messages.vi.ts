import type { Difference } from '../../domain/difference.ts'

export const act = {
  otherwise: 'Để sau',
  done: (label: string) => `Đã xong: ${label}.`,
  doneDetails: {
    accept: 'Đồng hồ bắt đầu tính từ ngày mai. Giấy hẹn đã lập, in ở mục Văn bản.',
    ask_papers: 'Phiếu yêu cầu bổ sung đã lập, in ở mục Văn bản.',
    propose: 'Hồ sơ đang chờ người có thẩm quyền ký.',
    propose_refusal: 'Hồ sơ đang chờ người có thẩm quyền ký.',
  } as Readonly<Record<string, string>>,
  reason: 'Lý do',
  reasonHint: 'Người dân sẽ đọc lý do này. Không ghi thông tin về bệnh tật.',
  needsReason: 'Ghi lý do để tiếp tục.',
  consequences: {
    withdraw: 'Hồ sơ kết thúc tại đây và không mở lại được. Người dân có thể nộp hồ sơ mới.',
    hand_over: 'Hồ sơ kết thúc sau khi trả kết quả.',
    decline: 'Phiếu từ chối tiếp nhận được lập và hồ sơ kết thúc.',
    send_back: 'Hồ sơ quay lại người soạn, kèm lý do này.',
    go_on_without: 'Đồng hồ tính tiếp từ hôm nay với giấy tờ đã có.',
  } as Readonly<Record<string, string>>,
  papers: {
    title: 'Yêu cầu bổ sung',
    once: 'Ghi tất cả những gì còn thiếu trong một lần; người dân chỉ phải đi lại một lần.',
    pauses: 'Đồng hồ dừng từ hôm nay và chạy tiếp khi nhận được giấy tờ.',
    notStarted: 'Đồng hồ chưa chạy; thời hạn bắt đầu khi hồ sơ đủ giấy tờ.',
    choose: 'Giấy tờ cần bổ sung',
    why: (paper: string) => `Cần gì, vì sao: ${paper}`,
    other: 'Nội dung khác',
    otherHint: 'Mỗi dòng một giấy tờ. Ví dụ: tờ khai chưa ký tên.',
    nothing: 'Chọn ít nhất một giấy tờ, hoặc ghi nội dung khác.',
    verb: 'Gửi yêu cầu bổ sung',
  },
  propose: {
    title: (name: string) => `Trình ký: ${name}`,
    refusalTitle: (name: string) => `Trình từ chối: ${name}`,
    kind: 'Loại quyết định',
    benefit: 'Khoản trợ cấp',
    verb: 'Trình ký',
    refusalVerb: 'Trình văn bản từ chối',
    lacking: (count: number) => `Hồ sơ còn thiếu ${count} loại giấy tờ.`,
    lackingHint:
      'Bổ sung hoặc gửi phiếu yêu cầu bổ sung trước khi trình. Nếu đã có, ghi nhận ở phần giấy tờ.',
    noRight: 'Theo luật người này chưa đủ điều kiện. Xem lý do, bổ sung thông tin hoặc trình từ chối.',
    afterwards: 'Hồ sơ chuyển sang người có thẩm quyền. Người trình không được ký.',
    lawSays: 'Theo luật, vướng ở',
    reasons: 'Lý do từ chối, viết cho người dân',
    reasonsHint: 'Bắt đầu từ điều kiện đầu tiên chưa đạt; sửa cho dễ hiểu.',
    differences: {
      has_right: (amount: string) =>
        `Theo luật người này đủ điều kiện hưởng ${amount} mỗi tháng. Từ chối là khác kết quả tính, phải ghi vì sao.`,
      no_place: () =>
        'Sổ người chưa ghi điều gì cho thấy người này thuộc nhóm được Nhà nước nuôi dưỡng. Bổ sung vào sổ, hoặc ghi vì sao vẫn tiếp nhận; người ký sẽ xem riêng.',
      uncollected_unknown: () =>
        'Sổ chi trả chưa ghi đủ 3 tháng liên tục không lĩnh. Ghi căn cứ (bảng kê nào, của ai); người ký sẽ xem riêng.',
      still_right: (amount: string) =>
        `Theo luật và sổ người, người này vẫn được hưởng ${amount} mỗi tháng. Nếu hoàn cảnh đã đổi, ghi vào sổ người trước; nếu không, ghi căn cứ để thôi hưởng. Người ký sẽ xem riêng.`,
      not_dead: () =>
        'Sổ người chưa ghi người này đã chết. Đã chết thì ghi việc chết vào sổ trước; được tuyên bố mất tích thì ghi số, ngày quyết định của Tòa án. Người ký sẽ xem riêng.',
      not_serving: () =>
        'Sổ người chưa ghi người này đang chấp hành án hoặc biện pháp bắt buộc. Ghi vào sổ trước, hoặc ghi số, ngày kết luận của cơ quan có thẩm quyền; người ký sẽ xem riêng.',
      council_incomplete: () =>
        'Hội đồng có ít hơn 7 thành viên theo quy định. Ghi vì sao (chức danh nào đang khuyết); người ký sẽ xem riêng.',
      given_in_kind: () =>
        'Hồ sơ này đã quyết định cấp hiện vật một lần. Ghi đã cấp bao nhiêu và vì sao cấp thêm; người ký sẽ xem riêng.',
      amount: () => 'Mức này cao hơn mức thấp nhất theo luật. Ghi vì sao; người ký sẽ xem riêng.',
    } satisfies Record<Difference, (amount: string) => string>,
    otherMonth: 'Tháng này khác tháng cuối theo luật. Phải ghi vì sao, và người ký sẽ xem riêng.',
    deviation: 'Vì sao quyết định khác kết quả tính',
    needsDeviation: 'Ghi vì sao quyết định khác kết quả tính.',
    payee: 'Người nhận tiền',
    payeeHint: 'Chỉ những người sổ người ghi là giám hộ, chăm sóc hay nhận thay.',
    payeeSelf: 'Chính người hưởng',
    lastMonth: 'Tháng cuối cùng được chi',
    lastMonthHint: 'Để trống: tháng ký là tháng cuối; người đã chết: tháng mất.',
  },
  conflict: {
    title: (name: string, at: string) => `${name} vừa sửa hồ sơ này lúc ${at}.`,
    safe: 'Chưa có gì bị mất: nội dung đã nhập vẫn còn bên dưới.',
    look: 'Lấy bản mới rồi làm tiếp',
    looked: 'Đã lấy bản mới. Xem lại rồi bấm lần nữa.',
    gone: 'Ở bước hiện nay không còn thao tác này.',
  },
}
