/** Taking photographs of papers. */
export const photosVi = {
  photos: {
    how: [
      'Đặt giấy lên mặt phẳng, nơi sáng.',
      'Cầm máy thẳng phía trên, thấy đủ bốn góc giấy.',
      'Giấy hai mặt thì chụp cả hai mặt.',
    ],
    take: 'Chụp hoặc chọn ảnh',
    again: 'Chụp lại',
    drop: 'Bỏ trang này',
    tryAgain: 'Gửi lại',
    page: (number: number) => `Trang ${number}`,
    shrinking: 'Đang thu nhỏ ảnh …',
    sending: (percent: number) => `Đang gửi, ${percent}%`,
    looking: 'Đã gửi, đang kiểm tra ảnh …',
    sent: 'Đã gửi',
    arrived: (number: number) => `Đã nhận trang ${number}.`,
    waiting: 'Chờ gửi',
    offline: 'Mất kết nối mạng. Ảnh còn trên máy này, có mạng sẽ tự gửi.',
    failed: 'Chưa gửi được vì máy chủ gặp sự cố. Ảnh còn trên máy này. Bấm «Gửi lại».',
    lost: 'Ảnh này không còn trên máy. Chụp lại trang này.',
    expired: (papers: string) =>
      `Máy chủ đã xóa ảnh cũ của: ${papers}. Chụp lại các giấy này rồi gửi. Các phần khác vẫn còn.`,
    blurred: 'Ảnh có vẻ mờ. Bấm vào ảnh để xem lớn. Không đọc rõ chữ thì chụp lại.',
    tooMany: (most: number) => `Mỗi giấy gửi được ${most} trang. Nhiều hơn thì gửi một tệp PDF.`,
    unsent: (count: number) =>
      `Còn ${count} ảnh chưa gửi xong. Có mạng thì bấm gửi lại, hoặc vào phần Giấy tờ để bỏ ảnh đó.`,
    other: 'Giấy tờ khác (nếu có)',
    others: [
      {
        name: 'Giấy tờ khác (nếu có)',
        hint: 'Giấy nào ông/bà thấy nên gửi thêm.',
        called: 'Giấy tờ khác này là giấy gì?',
      },
      {
        name: 'Giấy tờ khác nữa (nếu có)',
        hint: 'Gửi riêng ở đây để không lẫn với giấy trên.',
        called: 'Giấy tờ khác nữa này là giấy gì?',
      },
    ],
    none: 'Chưa gửi ảnh nào',
    count: (count: number) => `${count} trang`,
  },
}
