export const messages = {
  problems: {
    offline: 'Mất kết nối mạng. Chưa gửi được, nội dung vẫn còn trên màn hình. Khi có mạng, bấm lại.',
    forbidden:
      'Anh/chị không có quyền xem mục này. Quyền được cấp theo địa bàn và công việc. Nếu cần cho công việc, gửi yêu cầu tới người phụ trách.',
    sign_in_needed: 'Phiên làm việc đã hết. Đăng nhập lại để làm tiếp.',
    BAD_REQUEST:
      'Máy chủ chưa nhận được vì có ô chưa đúng. Nội dung đã nhập vẫn còn. Kiểm tra các ô rồi gửi lại.',
    NOT_FOUND: 'Không có mục này. Có thể địa chỉ đã đổi. Quay lại danh sách rồi mở lại.',
    CONFLICT: 'Có người vừa sửa mục này. Chưa có gì bị mất. Tải lại để xem bản mới rồi làm tiếp.',
    TOO_MANY_REQUESTS: 'Có quá nhiều yêu cầu cùng lúc. Chờ một phút rồi thử lại.',
    PAYLOAD_TOO_LARGE: 'Tệp quá lớn. Chia thành các tệp nhỏ hơn rồi gửi lại.',
    database_restarting:
      'Cơ sở dữ liệu đang khởi động lại. Nội dung vẫn còn trên màn hình. Chờ vài giây rồi bấm lại.',
    internal:
      'Chưa làm được vì máy chủ gặp sự cố. Nội dung vẫn còn trên màn hình. Bấm lại; nếu vẫn vậy, gọi hỗ trợ và đọc mã sự cố.',
    'platform.job_not_found': 'Không tìm thấy việc này. Có thể đã xong từ lâu. Tải lại trang để xem kết quả.',
    'platform.job_already_ended': 'Việc này đã kết thúc nên không dừng được nữa. Xem kết quả bên dưới.',
    'platform.job_gave_up':
      'Việc này đã dừng sau nhiều lần không xong. Chưa ghi gì vào hồ sơ. Chạy lại; nếu vẫn vậy, gọi hỗ trợ.',
    'platform.file_not_found': 'Không tìm thấy tệp. Có thể tệp đã hết hạn lưu. Chọn tệp rồi gửi lại.',
    'platform.file_empty': 'Tệp trống. Mở tệp để kiểm tra, rồi chọn lại.',
    'platform.file_too_large': 'Tệp quá lớn. Chia thành các tệp nhỏ hơn rồi gửi lại.',
  } as ProblemTable,
  unknownProblem: (code: string) =>
    `Chưa làm được (mã ${code}). Nội dung vẫn còn trên màn hình. Gọi hỗ trợ và đọc mã này.`,
  knownDay: {
    ahead: (today: string) =>
      `Ngày này chưa đến, chưa ai biết những gì sẽ được ghi. Chọn hôm nay (${today}) hoặc một ngày đã qua.`,
    aheadInAddress: (day: string, today: string) =>
      `“Biết đến” ${day} là ngày chưa đến, không ai biết trước. Đang xem theo những gì biết đến hôm nay, ${today}.`,
  },
  required: 'Ô này còn trống. Nhập nội dung rồi gửi lại.',
  invalid: 'Nội dung ô này chưa đúng dạng. Kiểm tra rồi nhập lại.',
  tooLong: (most: number) => `Dài quá ${most} chữ. Viết ngắn hơn.`,
  tooShort: (least: number) => `Cần ít nhất ${least} chữ.`,
  backHome: 'Về trang đầu',
  offline: 'Mất mạng. Nội dung đang nhập vẫn còn trên màn hình; bấm lưu lại khi có mạng.',
  unreached:
    'Mất kết nối máy chủ. Nội dung đang nhập vẫn còn; những gì đang hiện, kể cả tiến độ, là của lần kết nối trước. Chờ một lát rồi thử lại.',
  forbiddenTitle: 'Không có quyền xem',
  notFoundTitle: 'Không có trang này',
  notFoundWhy: 'Địa chỉ có thể đã đổi hoặc gõ thiếu.',
  notFound: 'Quay lại, hoặc về trang đầu rồi tìm từ đó.',
  failedTitle: 'Chưa mở được trang này',
}

/** Words for each problem, by its code; a function when the words need its details. */
export type ProblemTable = Readonly<
  Record<string, string | ((details: Readonly<Record<string, unknown>>) => string)>
>
