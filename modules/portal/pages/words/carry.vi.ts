/** Carrying answers to a desk. */
export const carryVi = {
  carry: {
    title: 'Mã QR mang đến Bộ phận Một cửa',
    text: 'Cán bộ quét mã này thì tờ khai mở sẵn, ông/bà đỡ phải nói lại. Có thể in ra hoặc chụp màn hình.',
    choose: 'Chọn câu trả lời muốn mang theo',
    image: 'Mã QR mở tờ khai ở Bộ phận Một cửa',
    private:
      'Trong mã chỉ có tên thủ tục và những câu được chọn ở trên. Không có họ tên, ngày sinh, nơi ở hay câu hỏi riêng tư.',
  },
}
