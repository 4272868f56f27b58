import type { Whom } from '../speaker.ts'

const persons: Readonly<Record<Whom, readonly [string, string]>> = {
  self: ['ông/bà', 'Ông/bà'],
  other: ['người này', 'Người này'],
  child: ['cháu', 'Cháu'],
  dead: ['người đã mất', 'Người đã mất'],
}

/** What stands on every page, the first page, and the page that is not there. */
export const shellVi = {
  language: 'vi' as 'vi' | 'en',
  persons,
  site: (province: string | undefined) => (province ? `Trợ giúp xã hội ${province}` : 'Trợ giúp xã hội'),
  brand: 'An Sinh',
  brandHome: ' – trang chủ',
  skip: 'Đến nội dung chính',
  menu: 'Mục',
  menuName: 'Các mục của trang',
  tools: 'Cách xem trang',
  size: 'Cỡ chữ',
  sizes: { a: 'cỡ chữ thường', 'a-plus': 'cỡ chữ lớn', 'a-plus-plus': 'cỡ chữ rất lớn' },
  contrast: 'Tương phản',
  otherLanguage: 'English',
  listen: 'Nghe đọc',
  stopListening: 'Dừng đọc',
  leave: 'Thoát nhanh',
  leaveHint: 'Bấm phím Shift ba lần cũng thoát ngay.',
  back: 'Quay lại',
  footer: 'Về trang này',
  help: {
    name: 'Cần người giúp',
    ask: 'Cần người giúp?',
    call: (phone: string) => `Gọi: ${phone}`,
    office: 'Đến Bộ phận Một cửa của xã, phường',
  },
  nav: {
    home: 'Trang chủ',
    check: 'Tôi có được hưởng không?',
    apply: 'Nộp hồ sơ',
    track: 'Tra cứu hồ sơ',
    places: 'Tìm nơi giúp đỡ',
    amounts: 'Mức tiền và thủ tục',
    open: 'Công khai',
    feedback: 'Phản ánh, khiếu nại',
    privacy: 'Quyền riêng tư',
    accessibility: 'Khả năng tiếp cận',
    staff: 'Cán bộ đăng nhập',
  },
  home: {
    title: (province: string | undefined) => (province ? `Trợ giúp xã hội ${province}` : 'Trợ giúp xã hội'),
    intro: 'Trả lời vài câu hỏi để biết mình có được nhận tiền trợ giúp không. Không cần tài khoản.',
    doors: 'Ông/bà cần gì',
    check: 'Khoảng 9 câu hỏi, 5 phút',
    apply: 'Không mất phí',
    track: 'Cần mã hồ sơ trên giấy hẹn',
    places: 'Nơi ở, chăm sóc, tư vấn gần nhà',
    danger: 'Đang gặp nguy hiểm?',
    police: 'Công an',
    children: 'Trẻ em, nạn nhân mua bán, miễn phí',
    ambulance: 'Cấp cứu',
    more: 'Việc khác',
  },
  offline: {
    title: 'Mất mạng',
    intro: 'Điện thoại chưa nối được mạng nên chưa mở được trang này. Khi có mạng, xin mở lại trang.',
    parts: [
      {
        title: 'Những gì vẫn còn',
        lines: [
          'Hồ sơ đang viết dở, kể cả ảnh giấy tờ, vẫn nằm trong điện thoại này. Không phải viết lại.',
          'Hồ sơ đã gửi và có mã thì xã đã nhận.',
        ],
      },
      {
        title: 'Những gì chưa gửi',
        lines: ['Điều vừa bấm gửi lúc mất mạng có thể chưa đến nơi. Khi có mạng, xin mở lại và xem.'],
      },
    ],
    opens: 'Vẫn mở được khi mất mạng',
  },
  lost: {
    title: 'Không có trang này',
    text: 'Địa chỉ gõ sai, hoặc trang đã dời đi. Nội dung ông/bà cần có thể ở một trong các mục dưới đây.',
  },
}
