import type { SigningTroubleKind } from '#modules/documents/contract'

export const unsignedWords = {
  chip: 'đã có số, chưa ký số được',
  why: {
    no_answer: 'Dịch vụ ký số không trả lời.',
    busy: 'Dịch vụ ký số đang bận.',
    failing: 'Dịch vụ ký số đang gặp lỗi.',
    not_understood: 'Dịch vụ ký số trả lời sai giao thức.',
    not_trusted: 'Dịch vụ ký số không nhận hệ thống này. Nhờ quản trị viên kiểm tra khóa kết nối.',
    refused: 'Dịch vụ ký số từ chối ký. Nhờ quản trị viên kiểm tra mã PIN và tình trạng khóa.',
    certificate_differs:
      'Chứng thư số của dịch vụ khác với chứng thư đã cài cho đơn vị. Không ký cho đến khi quản trị viên kiểm tra.',
    certificate_unusable: 'Chứng thư số đã hết hạn, bị thu hồi hoặc không dùng được.',
    signature_wrong: 'Chữ ký trả về không đúng với chứng thư số, nên không đưa vào văn bản.',
    key_unreadable: 'Không mở được chứng thư số đã cài cho đơn vị. Nhờ quản trị viên kiểm tra.',
    timestamp_missing: 'Dịch vụ cấp dấu thời gian không trả lời, hoặc không cấp.',
    timestamp_wrong:
      'Dấu thời gian trả về không phải của chữ ký này hoặc của tổ chức đã cài, nên không đưa vào văn bản. Nhờ quản trị viên kiểm tra.',
  } satisfies Record<SigningTroubleKind, string> as Readonly<Record<SigningTroubleKind, string>>,
  triesAt: (moment: string) => `Tự ký lại từ ${moment}.`,
  needsSomebody:
    'Số và nội dung giữ nguyên. Xong thì bấm «Ký số lại»: mọi văn bản chưa ký được của đơn vị được ký lại.',
  again: 'Ký số lại',
  againOf: (name: string) => `Ký số lại: ${name}`,
  some: (count: string) => `${count} văn bản đã có số nhưng chưa ký số được`,
  noneLeft: 'Mọi văn bản đã có số đều đã ký số hoặc không phải ký số.',
  showThem: 'Xem các văn bản này',
  showAll: 'Xem mọi văn bản',
}
export type UnsignedWords = typeof unsignedWords
