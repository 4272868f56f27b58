export const formWords = {
  what: 'Có gì thay đổi?',
  whatHint:
    'Chọn mọi mục có thay đổi. Mỗi mục thành yêu cầu thay đổi hoặc việc phải ghi; người khác duyệt sau.',
  chooseOne: 'Chọn ít nhất một mục có thay đổi.',
  diedOn: 'Ngày chết',
  since: 'Từ ngày',
  village: 'Thôn, tổ dân phố',
  address: 'Địa chỉ',
  level: 'Mức độ khuyết tật',
  certificate: 'Số giấy xác nhận',
  issuedOn: 'Ngày cấp giấy',
  text: (field: string) => `${field}: thay đổi thế nào?`,
  needed: 'Mục này cần được ghi.',
  neededDay: 'Ghi ngày, ví dụ 20/11/2026.',
  note: 'Ghi chú',
  noteHint: 'Ai cho biết, gặp lúc nào, cần đến lại khi nào. Không bắt buộc.',
}

export type FormWords = typeof formWords
