/** What people say to the office. */
export const feedbackVi = {
  feedback: {
    intro: 'Ba việc khác nhau theo luật. Chọn đúng việc thì được trả lời nhanh hơn.',
    say: 'Góp ý, phản ánh',
    sayText: 'Nói với xã điều chưa tốt, điều nên làm. Có thể không ghi tên.',
    about: 'Ông/bà muốn nói gì',
    kinds: { feedback: 'Góp ý', complaint: 'Phản ánh điều chưa đúng' },
    text: 'Nội dung',
    name: 'Họ và tên (có thể bỏ trống)',
    anonymous: 'Không ghi tên thì không ai biết ông/bà là ai. Máy chủ không giữ địa chỉ mạng cùng lời góp ý.',
    send: 'Gửi góp ý',
    noScript: 'Gửi từ trang này cần JavaScript. Có thể viết ra giấy và nộp ở Bộ phận Một cửa.',
    short: 'Viết ít nhất 10 chữ cái, để xã hiểu chuyện gì.',
    noPlace: 'Chưa chọn xã. Gõ tên xã rồi chọn một nơi trong danh sách.',
    noName: 'Chưa có họ tên. Khiếu nại cần họ tên theo luật.',
    working: 'Đang gửi …',
    sent: (code: string) =>
      `Đã gửi. Mã của ông/bà là ${code}. Hãy chép lại: không ai, kể cả cán bộ, cấp lại được mã này.`,
    offline: 'Mất kết nối mạng. Nội dung vẫn còn trên trang này. Có mạng thì bấm gửi lại.',
    failed: 'Chưa gửi được vì máy chủ gặp sự cố. Nội dung vẫn còn trên trang này. Bấm gửi lại.',
    tooLate: 'Đã hết thời hạn khiếu nại quyết định này. Có thể góp ý, hoặc hỏi Trung tâm Trợ giúp pháp lý.',
    isOpen: 'Quyết định này đang có một khiếu nại được giải quyết.',
    appeal: 'Khiếu nại quyết định',
    appealText:
      'Không đồng ý với một quyết định: tra cứu hồ sơ, rồi bấm «Khiếu nại quyết định này». Cần họ tên. Thường trả lời trong 30 ngày kể từ ngày thụ lý.',
    report: 'Tố cáo',
    reportText:
      'Báo việc làm trái pháp luật của cán bộ: gửi đơn hoặc đến gặp Chủ tịch Ủy ban nhân dân cấp trên, Thanh tra tỉnh. Luật Tố cáo giữ bí mật họ tên người tố cáo. Trang này không nhận tố cáo.',
    answers: 'Xem trả lời',
    code: 'Mã của ông/bà',
    open: 'Xem trả lời',
    unknown: 'Không thấy mã này. Xem lại từng chữ rồi gõ lại.',
    states: { received: 'Đã nhận', accepted: 'Đang giải quyết', answered: 'Đã trả lời' },
    by: (day: string) => `Trả lời trước ngày ${day}.`,
    mine: 'Ông/bà viết',
    theirs: 'Xã trả lời',
  },
}
