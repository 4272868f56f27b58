import type { CivilDate, Month } from '#kernel/civil-date'
import { formatDay, formatMonth } from '#kernel/written'
import type { Assumptions, EstimateView } from '../contract.ts'

type Component = EstimateView['byLine'][number]['component']

export const componentNames = {
  allowance: 'Trợ cấp xã hội hằng tháng',
  single_parent: 'Trợ cấp người đơn thân nuôi con',
  social_pension: 'Trợ cấp hưu trí xã hội',
  care: 'Hỗ trợ nhận chăm sóc, nuôi dưỡng',
  parenting: 'Hỗ trợ người khuyết tật nuôi con nhỏ',
  nursing: 'Nuôi dưỡng tại cơ sở trợ giúp xã hội',
} as const satisfies Record<Component, string>

/** The words of an estimate that leaves the house; papers are Vietnamese whatever language the screen has. */
export const estimateWords = {
  title: (year: number) => `DỰ TOÁN NĂM ${year}`,
  heading: 'DỰ TOÁN KINH PHÍ',
  about: (year: number) => `Trợ cấp xã hội hằng tháng và trợ cấp hưu trí xã hội năm ${year}`,
  scope: (name: string, area: string) => `${name}. Địa bàn: ${area}.`,
  basis: (base: Month, knownOn: CivilDate) =>
    `Tính từ đối tượng đang quản lý tháng ${formatMonth(base)}, theo quy định được biết đến ngày ${formatDay(knownOn)}.`,
  byLine: 'I. Theo chế độ và nhóm đối tượng',
  byMonth: 'II. Theo tháng',
  byArea: 'III. Theo xã, phường, đặc khu',
  why: 'IV. Thuyết minh: con số gồm những gì',
  assumptions: 'V. Giả định',
  line: 'Chế độ, nhóm đối tượng',
  month: 'Tháng',
  area: 'Đơn vị',
  grants: 'Suất hưởng bình quân tháng',
  grantsOfMonth: 'Suất hưởng',
  amount: 'Kinh phí (đồng)',
  low: 'Thấp (đồng)',
  high: 'Cao (đồng)',
  total: 'Cộng',
  together: 'Các nhóm gộp chung để giữ bí mật',
  listed: (month: string) => `${month} (đã duyệt chi)`,
  causes: {
    base: 'Đối tượng đang hưởng, giữ nguyên mức',
    ageing: 'Đến tuổi, quá tuổi (tự đổi theo tuổi)',
    law: 'Quy định mới có hiệu lực trong năm',
    deaths: 'Giảm do chết (theo bảng tử vong)',
    trend: 'Xu hướng tăng, giảm khác',
    arrears: 'Truy lĩnh trong danh sách đã duyệt',
  },
  cause: 'Nguyên nhân',
  assumed: ({
    trendMonths,
    trendPercent,
    takeUpPercent,
    mortalityPercent,
    interval,
  }: Assumptions): string[] => [
    `Tử vong theo bảng sống tạm tính (tuổi thọ trung bình 76,3 nữ, 71,0 nam), nhân ${mortalityPercent} %: giả định, cần xác nhận.`,
    `Xu hướng thấy trong ${trendMonths} tháng trước, nhân ${trendPercent} %; bỏ tháng có quy định mới.`,
    `${takeUpPercent} % người đủ tuổi hoặc được mở thêm quyền làm hồ sơ và được hưởng ngay tháng đủ điều kiện.`,
    'Tình trạng hộ nghèo, khuyết tật, nơi ở giữ như tháng gốc; danh sách hộ nghèo coi như được duy trì.',
    `Khoảng thấp – cao: ${interval} % số năm rút thăm, mỗi năm theo nhịp ba tháng liền đã qua, nằm trong khoảng.`,
    'Chưa gồm trợ giúp một lần, mai táng, bảo hiểm y tế và chi phí chi trả.',
  ],
  none: 'Không có.',
  unseen: 'Biểu này chưa được đối chiếu với mẫu dự toán của cơ quan tài chính.',
  draft: 'BẢN CHƯA TRÌNH',
  submitted: (by: string, day: CivilDate) => `Đã khóa để trình: ${by}, ${formatDay(day)}.`,
  madeBy: (by: string, day: CivilDate) => `Người lập: ${by}, ${formatDay(day)}.`,
  signatures: ['NGƯỜI LẬP', 'KẾ TOÁN', 'THỦ TRƯỞNG ĐƠN VỊ'],
  signHere: '(Ký, họ tên)',
  fileName: (year: number, name: string) => `Dự toán ${year} ${name.replaceAll(/[\\/:*?"<>|]/g, ' ')}`,
  sheetName: 'Dự toán',
} as const
