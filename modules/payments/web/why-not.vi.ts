import type { WhyNot } from '../domain/not-understood.ts'

/** Why a file is no sound answer. */
export const whyNot: Readonly<Record<WhyNot, string>> = {
  empty: 'tệp trống',
  packed_wrongly: 'tệp nén bị hỏng',
  no_xml: 'không phải XML đúng cách',
  no_workbook: 'không mở được bảng Excel',
  doctype: 'tệp khai kiểu tài liệu (DOCTYPE), thông điệp ngân hàng không có',
  encoding: 'bảng mã ký tự không đúng',
  no_one_message: 'tệp phải có đúng một thông điệp',
  too_much: 'có phần quá dài hoặc quá nhiều tầng',
  other_message: 'không phải loại thông điệp đọc được ở đây',
  unnamed: 'thiếu mã thông điệp hoặc số tài khoản',
  no_amount: 'có khoản không ghi số tiền chẵn đồng',
  no_side: 'có khoản không ghi là nợ hay có',
  balance_differs: 'số dư đầu và phát sinh không ra số dư cuối',
  no_heads: 'không thấy dòng tiêu đề cột',
  no_mark: 'thiếu dòng mở đầu',
  no_total: 'thiếu dòng tổng cuối bảng',
  quotes: 'dấu ngoặc kép không khép đúng',
  rows_wrong: 'có dòng không đọc được',
}
