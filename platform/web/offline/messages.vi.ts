export const messages = {
  kept: (taken: string, expires: string) => `Lấy lúc ${taken}, dùng được đến ${expires}.`,
  unsentInside: (count: string) => `${count} ghi nhận chưa gửi. Mở danh sách khi có mạng để gửi.`,
  expired: (at: string) =>
    `Danh sách hết hạn từ ${at}. Mở để gửi những gì đã ghi, nộp rồi lấy danh sách mới.`,
  code: 'Mã mở danh sách',
  wrongCode: 'Mã không đúng.',
  unlock: 'Mở danh sách',
  forgotCode: 'Quên mã: mở bằng tài khoản đang đăng nhập',
  newCode: 'Đặt mã mở danh sách',
  newCodeHint: 'Ít nhất 6 chữ số. Mã chỉ ở máy này; danh sách trên máy được mã hóa bằng mã đó.',
  shortCode: (least: number) => `Mã cần ít nhất ${least} chữ số.`,
  online: 'Có mạng',
  offline: 'Mất mạng, vẫn ghi được',
  unsent: (count: string) => `${count} ghi nhận chưa gửi`,
  pageKept: 'Trang này đã lưu trên máy, mở được khi mất mạng.',
  notKept: 'Trang chưa lưu được trên máy: đừng đóng trang khi mất mạng.',
  cannotSeal:
    'Trình duyệt này không mã hóa được danh sách nên không mang theo được. Mở trang bằng địa chỉ https, hoặc in danh sách giấy.',
}

export type Messages = typeof messages
