const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024).toLocaleString('vi-VN')

const acts: Readonly<Record<string, string>> = {
  script: 'có đoạn chương trình bên trong',
  opening: 'tự mở trang mạng hoặc tự làm việc gì đó khi mở ra',
  launch: 'có lệnh mở chương trình khác',
  attachment: 'có tệp khác đính kèm bên trong',
  sending: 'có lệnh gửi dữ liệu đi nơi khác',
  media: 'có phim hoặc âm thanh bên trong',
}

/** Why a picture or a PDF is not taken, and what to do instead, for whoever sends it. */
export const uploadProblemsVi = {
  'documents.upload_empty': 'Tệp không có nội dung. Xin chọn lại ảnh hoặc tệp khác.',
  'documents.upload_too_large': ({ limit, size }: { limit: number; size?: number }) =>
    `Ảnh hoặc tệp quá lớn${size === undefined ? '' : ` (${megabytes(size)} MB)`}; mỗi tệp tối đa ${megabytes(limit)} MB. Xin chụp lại ở chế độ ảnh thường, hoặc gửi từng trang.`,
  'documents.upload_of_other_kind':
    'Tệp này không phải ảnh hoặc PDF. Xin chụp ảnh giấy tờ bằng điện thoại rồi gửi ảnh.',
  'documents.picture_unreadable':
    'Không mở được ảnh này, có thể do tệp bị hỏng hoặc gửi chưa hết. Xin chụp lại rồi gửi lại; các ảnh khác vẫn còn.',
  'documents.picture_too_many_pixels': ({ megapixels }: { megapixels: number }) =>
    `Ảnh có ${megapixels.toLocaleString('vi-VN')} triệu điểm ảnh, lớn hơn mức cần để đọc. Xin chụp lại ở chế độ ảnh thường (dưới 52 triệu điểm).`,
  'documents.pdf_unreadable':
    'Không mở được tệp PDF này, có thể do tệp bị hỏng. Xin lưu lại tệp hoặc chụp ảnh từng trang rồi gửi.',
  'documents.pdf_locked':
    'Tệp PDF có mật khẩu nên cán bộ không đọc được. Xin bỏ mật khẩu, hoặc chụp ảnh từng trang rồi gửi.',
  'documents.pdf_active': ({ what }: { what: string }) =>
    `Tệp PDF ${acts[what] ?? 'có nội dung tự hoạt động'}, vì an toàn không nhận được. Xin in ra rồi chụp ảnh, hoặc lưu lại bằng cách in thành PDF.`,
  'documents.pdf_too_many_pages': ({ pages, most }: { pages: number; most: number }) =>
    `Tệp PDF có ${pages} trang; mỗi tệp tối đa ${most} trang. Xin chỉ gửi những trang cần thiết.`,
  'documents.upload_infected':
    'Phần mềm quét tìm thấy mã độc trong tệp này nên không nhận. Xin chụp lại giấy tờ rồi gửi ảnh mới.',
  'documents.upload_quarantined':
    'Tệp này đang chờ quét mã độc nên chưa mở được. Hệ thống tự quét lại trong vòng một giờ.',
  'documents.intake_busy':
    'Đang có nhiều người cùng gửi ảnh. Xin đợi một phút rồi gửi lại; những gì đã nhập vẫn còn.',
}

export const uploadStatesVi = {
  unscanned: 'Chưa quét mã độc',
  waiting: 'Đang chờ quét mã độc',
  clean: 'Đã quét, không thấy mã độc',
  infected: 'Có mã độc, không mở',
} as const
