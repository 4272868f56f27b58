import type { Row } from './question.ts'
import { ministry, merit } from './who-knows.ts'

/** What becomes of several rights of one person or one couple. */
export const questionsOfCombination: readonly Row[] = [
  [
    '4',
    ['higher-of'],
    ministry,
    [
      'Trợ cấp hằng tháng và hưu trí xã hội bằng nhau thì giữ khoản nào?',
      'Monthly allowance and social pension equally high: which is kept?',
    ],
    ['Giữ trợ cấp hằng tháng, là khoản người đó hưởng trước.', 'The allowance, which the person had first.'],
  ],
  [
    '5',
    ['higher-of', 'together', 'MSA-4'],
    ministry,
    [
      'Người đơn thân theo khoản 4 đủ điều kiện hưu trí xã hội: được cả hai hay chỉ khoản cao hơn?',
      'Single parent of khoản 4 with a right to the social pension: the sum or the higher?',
    ],
    [
      'Chỉ khoản cao hơn; ngoại lệ của khoản 2 Điều 6 chỉ nêu khoản 5, 6 và 8.',
      'The higher; the exception of khoản 2 Điều 6 names khoản 5, 6 and 8 only.',
    ],
  ],
  [
    '9',
    ['meritorious-overlap'],
    merit,
    [
      'Người đang hưởng trợ cấp ưu đãi người có công có được hưởng thêm trợ cấp xã hội hằng tháng không?',
      'Allowance for meritorious service beside a monthly allowance.',
    ],
    [
      'Đến 09/2026: mức cao hơn; từ 10/2026: cả hai, cán bộ xem lại từng trường hợp.',
      'The higher of the two until 2026-09; both from 2026-10, to be reviewed by an officer.',
    ],
  ],
  [
    '10',
    ['together', 'MSA-5C', 'MSA-8'],
    ministry,
    [
      'Theo Nghị định 20, khoản 4 có phải «trợ cấp xã hội hằng tháng» loại trừ khoản 5 điểm c hoặc khoản 8 không?',
      'Is khoản 4 a «monthly social allowance» that shuts out khoản 5 điểm c or khoản 8 in Decree 20?',
    ],
    ['Không: hưởng cả hai.', 'No: both are paid.'],
  ],
  [
    '11',
    ['MSA-5A'],
    ministry,
    [
      'Người phụng dưỡng đã chuyển từ khoản 5 điểm c sang hưu trí xã hội có còn là «đang hưởng trợ cấp xã hội hằng tháng» theo khoản 5 điểm a không?',
      'An obligor whose khoản 5 điểm c became a social pension: still «receiving monthly social allowance»?',
    ],
    ['Có.', 'Yes.'],
  ],
  [
    '16',
    ['CARE-1', 'CARE-4'],
    ministry,
    [
      'Trẻ em khoản 1 khuyết tật đặc biệt nặng được nhận nuôi: tính theo nhóm nhận nuôi trẻ em hay nhận nuôi người khuyết tật?',
      'Child of khoản 1 who is exceptionally severely disabled and taken in: CARE-1 or CARE-4?',
    ],
    ['Một khoản, mức cao hơn.', 'One line, the higher.'],
  ],
  [
    '25',
    ['higher-of'],
    ministry,
    [
      'Tháng đã trả theo một chế độ sau đó thuộc chế độ khác loại trừ nó: bù trừ hay trả rồi thu hồi?',
      'A month paid under one component turns out to be due under another that excludes it: set off, or paid and recovered?',
    ],
    [
      'Trả đủ chế độ mới dưới dạng truy lĩnh, chế độ cũ báo là trả thừa; không bù trừ.',
      'The new one is paid in full as arrears, the old one is reported as overpaid; nothing is set off.',
    ],
  ],
  [
    'SHARE',
    ['CARE-2'],
    ministry,
    [
      'Cả vợ và chồng cùng được quyết định suất nuôi con nhỏ.',
      'Both parents granted the one share for small children.',
    ],
    [
      'Người được quyết định trước; cùng tháng thì người ghi danh trước.',
      'Whoever was granted it first; in the same month, the one registered first.',
    ],
  ],
]
