/** What anybody may read: sums, procedures, open data, and what the portal says of itself. */
export const openVi = {
  amounts: {
    title: 'Mức tiền và thủ tục',
    intro: (month: string, law: string) =>
      `Mức áp dụng cho ${month}, theo ${law}. Mức chuẩn trợ giúp xã hội là`,
    perChild: 'mỗi con',
    decree: 'văn bản',
    once: 'Trả một lần',
    onceText: 'Nhiều khoản mai táng thì chỉ nhận một mức cao nhất.',
    province: 'Tỉnh có thể quy định mức cao hơn.',
    procedures: 'Thủ tục',
    papers: 'Giấy tờ cần có',
    noPapers: 'Chỉ cần tờ khai.',
    held: 'Nhà nước đã có, không phải nộp',
    heldTitle: 'Không phải nộp, vì Nhà nước đã có',
    time: 'Bao lâu',
    days: {
      working_days: (count: number) => `${count} ngày làm việc`,
      calendar_days: (count: number) => `${count} ngày`,
      hours: (count: number) => `${count} giờ`,
    },
    decides: 'Ai quyết định',
    where: 'Ở đâu',
    forms: 'Mẫu',
    byOfficer: 'Cán bộ tự làm, người dân không phải nộp.',
    applyThis: 'Nộp hồ sơ này',
  },
  open: {
    title: 'Công khai',
    intro: 'Số người được nhận và số tiền đã duyệt chi. Không có tên ai, không có lý do ai được nhận.',
    month: (month: string) => `Kỳ chi trả ${month}`,
    byKind: 'Theo khoản',
    byArea: 'Theo xã, phường',
    kind: 'Khoản',
    area: 'Xã, phường',
    people: 'Số người',
    amount: 'Số tiền',
    few: 'ẩn vì ít người',
    hidden:
      'Nơi có dưới 5 người được ẩn, để không ai bị nhận ra. Khi những nơi bị ẩn gộp lại vẫn quá ít, nơi ít người kế tiếp cũng ẩn.',
    none: 'Chưa có kỳ chi trả nào được duyệt.',
    download: 'Tải bảng này (tệp CSV)',
    also: 'Xem thêm',
    components: {
      allowance: 'Trợ cấp xã hội hằng tháng',
      single_parent: 'Trợ cấp cho người đơn thân nghèo nuôi con',
      social_pension: 'Trợ cấp hưu trí xã hội',
      care: 'Hỗ trợ kinh phí chăm sóc',
      parenting: 'Hỗ trợ người khuyết tật mang thai, nuôi con nhỏ',
      nursing: 'Nuôi dưỡng tại cơ sở trợ giúp xã hội',
    },
  },
  posted: {
    title: 'Danh sách đang niêm yết',
    intro:
      'Những hồ sơ luật yêu cầu dán công khai ở xã, chỉ trong những ngày dán. Hồ sơ có điều cần giữ kín không bao giờ ở đây.',
    look: 'Xem danh sách',
    none: 'Hiện không có hồ sơ nào phải niêm yết ở đây.',
    failed: 'Chưa lấy được danh sách. Thử lại sau ít phút, hoặc xem ở bảng tin của xã.',
    count: (place: string, count: number) => `${place}: ${count} hồ sơ`,
    born: (year: string) => `sinh năm ${year}`,
    through: (day: string) => `Dán đến hết ngày ${day}`,
    object:
      'Thấy điều chưa đúng thì nói với xã trong những ngày này: ở Bộ phận Một cửa, hoặc mục «Phản ánh, khiếu nại».',
  },
  privacy: {
    title: 'Quyền riêng tư',
    intro: 'Ông/bà hỏi gì là việc của ông/bà. Trang này giữ càng ít càng tốt.',
    parts: [
      {
        title: 'Khi trả lời câu hỏi «Tôi có được hưởng không?»',
        lines: [
          'Câu trả lời ở lại trong máy của ông/bà. Không gửi đi, không lưu lại, không ghi vào nhật ký.',
          'Đóng trang là mất hết. Dùng máy chung thì hãy đóng trang khi xong.',
          'Máy tắt JavaScript thì câu trả lời được gửi về để tính, rồi bỏ đi ngay.',
        ],
      },
      {
        title: 'Khi nộp hồ sơ',
        lines: [
          'Xã nhận những gì ông/bà gửi, để giải quyết hồ sơ. Không dùng vào việc khác.',
          'Bản đang viết dở giữ ở máy chủ 30 ngày nếu ông/bà bấm lưu, sau đó bị xóa.',
          'Ảnh được làm mới trước khi lưu: nơi chụp, giờ chụp và tên máy bị bỏ đi.',
        ],
      },
      {
        title: 'Khi tra cứu, khi góp ý',
        lines: [
          'Tra cứu cần mã hồ sơ và ngày sinh. Sai quá nhiều lần thì phải chờ.',
          'Góp ý có thể không ghi tên. Mất mã thì không ai tìm lại được, kể cả cán bộ.',
        ],
      },
      {
        title: 'Tệp nhớ (cookie)',
        lines: [
          'Chỉ có một tệp nhớ, tên là cach-xem: giữ cỡ chữ và độ tương phản ông/bà chọn.',
          'Không có quảng cáo. Không có ai khác theo dõi trang này.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Khả năng tiếp cận',
    intro: 'Trang này làm cho mọi người, theo WCAG 2.2 mức AA. Chữ thường đạt độ tương phản mức AAA.',
    parts: [
      {
        title: 'Có sẵn trên mọi trang',
        lines: [
          'Ba cỡ chữ, và chế độ tương phản cao.',
          'Nút «Nghe đọc» nếu máy có giọng đọc tiếng Việt.',
          'Dùng được hoàn toàn bằng bàn phím, và bằng trình đọc màn hình.',
          'Phóng to 400% vẫn đọc được trên một cột.',
          'Trang thông tin, tra cứu và các câu hỏi dùng được khi tắt JavaScript.',
        ],
      },
      {
        title: 'Điều chưa làm được',
        lines: [
          'Chưa có bản tiếng Ê-đê, Mường, Sán Dìu và chưa có ngôn ngữ ký hiệu.',
          'Chưa thử với người cao tuổi, người mù, người điếc ngoài thực tế. Mới thử bằng chương trình.',
        ],
      },
      {
        title: 'Gặp khó khăn',
        lines: ['Hãy góp ý ở mục «Phản ánh, khiếu nại», hoặc nói với cán bộ Một cửa.'],
      },
    ],
  },
  facilities: {
    title: 'Cơ sở trợ giúp xã hội',
    none: 'Chưa có cơ sở nào công khai ở đây. Xin hỏi Ủy ban nhân dân xã hoặc Trung tâm Công tác xã hội của tỉnh.',
    failed: 'Chưa lấy được danh sách cơ sở. Thử lại sau ít phút, hoặc hỏi Ủy ban nhân dân xã.',
    count: (count: number) => `${count} cơ sở đã công khai. Danh sách này có thể chưa đủ, và chưa có bản đồ.`,
    serves: 'Nhận:',
    free: (places: number) => (places === 0 ? 'Hiện hết chỗ' : `Còn ${places} chỗ`),
    call: (phone: string) => `Gọi ${phone}`,
    asked: 'Số chỗ thay đổi từng ngày. Hãy hỏi trước khi đến.',
  },
  nearby: {
    title: 'Tìm nơi giúp đỡ',
    intro: 'Nơi nhận chăm sóc, nuôi dưỡng, và nơi có thể hỏi.',
    parts: [
      {
        title: 'Có thể hỏi ở đâu',
        lines: [
          'Ủy ban nhân dân xã: Bộ phận Một cửa, hoặc công chức văn hóa – xã hội.',
          'Trạm Y tế xã: phục hồi chức năng, chăm sóc tại nhà.',
          'Trung tâm Công tác xã hội của tỉnh: tư vấn, chỗ ở, chăm sóc.',
        ],
      },
      {
        title: 'Nhà tạm lánh',
        lines: ['Vì an toàn, nhà tạm lánh không hiện địa chỉ. Gọi 111 hoặc Trung tâm Công tác xã hội.'],
      },
    ],
  },
}
