import { civilDate, instant } from '#kernel/civil-date'
import type { SlipFacts, SlipKind } from '../domain/slip-facts.ts'
import { hoa, longNamed } from './people.ts'

const slip = {
  version: 1,
  desk: {
    superior: 'Ủy ban nhân dân xã Tam Sơn',
    name: 'Trung tâm Phục vụ hành chính công',
    place: 'Tam Sơn',
    phone: '0211 3823 456',
  },
  file: 'HS-26-7KQ4',
  signedOn: civilDate('2026-11-12'),
  tracking: {
    address: 'https://ansinh.phutho.gov.vn/tra-cuu/HS-26-7KQ4',
    page: 'ansinh.phutho.gov.vn/tra-cuu',
    code: 'HS-26-7KQ4',
  },
} as const

const aboutFile = {
  ...slip,
  applicant: longNamed,
  phone: null,
  procedure: 'Thực hiện trợ cấp hưu trí xã hội',
} as const

const receivedAt = instant('2026-11-12T01:30:00Z')
const dueAt = instant('2026-11-23T10:00:00Z')

type Slips = { readonly [Kind in SlipKind]: Extract<SlipFacts, { kind: Kind }> }

/** A slip of each kind, as a desk might hand it out. */
export const slips: Slips = {
  receipt: {
    kind: 'receipt',
    ...aboutFile,
    papers: [
      'Tờ khai (Mẫu số 01 Nghị định số 335/2026/NĐ-CP): 01 bản chính',
      'Văn bản ủy quyền nhận thay: 01 bản chính',
      'Giấy xác nhận khuyết tật: 01 bản chụp',
    ],
    receivedAt,
    term: '07 ngày làm việc, không tính ngày nhận, thứ Bảy, Chủ nhật và ngày lễ',
    dueAt,
    resultAt: 'tại Trung tâm Phục vụ hành chính công xã Tam Sơn',
    receivedBy: 'Lê Thị Hoa',
  },
  supplement_request: {
    kind: 'supplement_request',
    ...aboutFile,
    missing: [
      'giấy tờ chứng minh nơi cư trú hiện nay',
      'ảnh chụp giấy xác nhận khuyết tật rõ chữ, đủ hai mặt',
    ],
    reason: 'ảnh đã nộp bị mờ, không đọc được số giấy',
    clock: 'Thời hạn giải quyết tạm dừng từ ngày 12 tháng 11 năm 2026 đến khi nhận đủ giấy tờ.',
    askedBy: 'Lê Thị Hoa',
  },
  refusal_slip: {
    kind: 'refusal_slip',
    ...aboutFile,
    reasons: ['hồ sơ đã được giải quyết tại Quyết định số 128/QĐ-UBND ngày 23 tháng 11 năm 2026'],
    remedy: null,
    refusedBy: 'Lê Thị Hoa',
  },
  apology: {
    kind: 'apology',
    ...aboutFile,
    receivedAt,
    dueAt,
    reason: 'chưa có kết quả xác minh của cơ quan bảo hiểm xã hội',
    newDueAt: instant('2026-11-26T10:00:00Z'),
    signer: { name: 'Trần Văn Minh', capacity: 'deputy_for_committee', title: null },
  },
  invitation: {
    kind: 'invitation',
    ...slip,
    guest: hoa,
    purpose: 'dự phiên họp của Hội đồng xác định mức độ khuyết tật xã Tam Sơn',
    at: instant('2026-12-02T01:00:00Z'),
    where: 'Trạm Y tế xã Tam Sơn',
    bring: ['thẻ căn cước', 'giấy ra viện, đơn thuốc và kết quả khám bệnh (nếu có)'],
    signer: { name: 'Trần Văn Minh', capacity: 'deputy_for_committee', title: null },
  },
  control_slip: {
    kind: 'control_slip',
    ...slip,
    procedure: 'Thực hiện trợ cấp hưu trí xã hội',
    receivedAt,
    dueAt,
    steps: [
      {
        step: 'Tiếp nhận',
        by: 'Lê Thị Hoa, Trung tâm Phục vụ hành chính công',
        from: receivedAt,
        until: instant('2026-11-12T03:00:00Z'),
        result: 'Đúng hạn',
        note: '',
      },
      {
        step: 'Xác minh, thẩm định',
        by: 'Phan Thị Ngọc Ánh, Phòng Văn hóa - Xã hội',
        from: instant('2026-11-12T03:00:00Z'),
        until: instant('2026-11-20T08:15:00Z'),
        result: 'Quá hạn 1 ngày làm việc',
        note: 'Chờ trả lời của cơ quan bảo hiểm xã hội',
      },
      {
        step: 'Ký',
        by: 'Trần Văn Minh, Phó Chủ tịch',
        from: instant('2026-11-20T08:15:00Z'),
        until: null,
        result: '',
        note: '',
      },
    ],
  },
  posting_notice: {
    kind: 'posting_notice',
    ...slip,
    procedure: 'xác định mức độ khuyết tật',
    where: 'trụ sở Ủy ban nhân dân xã Tam Sơn',
    until: null,
    shown: [
      { label: 'Họ và tên', value: 'Nguyễn Thị Hòa' },
      { label: 'Năm sinh', value: '1938' },
      { label: 'Nơi ở', value: hoa.address },
      { label: 'Dạng khuyết tật', value: 'Vận động' },
      { label: 'Mức độ khuyết tật', value: 'Nặng' },
    ],
    signer: { name: 'Trần Văn Minh', capacity: 'deputy_for_committee', title: null },
  },
  declaration: {
    kind: 'declaration',
    ...slip,
    title: 'Tờ khai đề nghị trợ cấp xã hội hằng tháng, trợ cấp hưu trí xã hội',
    form: { number: 'Mẫu số 01', document: 'Nghị định số 335/2026/NĐ-CP', isSeen: false },
    addressee: 'Chủ tịch Ủy ban nhân dân xã Tam Sơn',
    sections: [
      {
        heading: 'I. Thông tin của người đề nghị',
        rows: [
          { label: 'Họ, chữ đệm, tên', value: 'Nguyễn Thị Hòa' },
          { label: 'Ngày, tháng, năm sinh', value: '1938' },
          { label: 'Số định danh cá nhân', value: '026138001234' },
          { label: 'Nơi cư trú', value: hoa.address },
          { label: 'Số điện thoại', value: null },
        ],
        choices: [],
      },
      {
        heading: 'II. Hiện đang hưởng',
        rows: [],
        choices: [
          { text: 'Lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng', isTicked: false },
          { text: 'Trợ cấp xã hội hằng tháng', isTicked: true },
        ],
      },
      {
        heading: 'III. Hình thức nhận tiền',
        rows: [
          { label: 'Số tài khoản', value: null },
          { label: 'Ngân hàng', value: null },
        ],
        choices: [{ text: 'Tiền mặt, tại điểm chi trả của xã', isTicked: true }],
      },
    ],
    declaredBy: 'Nguyễn Thị Hòa',
  },
  council_minutes: {
    kind: 'council_minutes',
    ...slip,
    tracking: null,
    number: '07',
    form: { number: 'Mẫu số 05', document: 'Thông tư số 01/2019/TT-BLĐTBXH' },
    council: 'Hội đồng xác định mức độ khuyết tật xã Tam Sơn',
    heldOn: civilDate('2026-11-20'),
    members: [
      { name: 'Trần Văn Minh', office: 'Chủ tịch Ủy ban nhân dân xã, Chủ tịch Hội đồng', isPresent: true },
      { name: 'Lê Thị Hạnh', office: 'Trưởng Trạm Y tế xã', isPresent: true },
      { name: 'Nguyễn Thị Lan', office: 'Công chức văn hóa – xã hội, Thư ký', isPresent: true },
      { name: 'Phạm Văn Dũng', office: 'Đại diện Ủy ban Mặt trận Tổ quốc xã', isPresent: false },
    ],
    about: longNamed,
    votes: { agree: 3, against: 0 },
    types: ['mobility', 'sight'],
    level: 'severe',
    secretary: 'Nguyễn Thị Lan',
    president: 'Trần Văn Minh',
  },
}
