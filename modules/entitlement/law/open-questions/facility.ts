import type { Row } from './question.ts'
import { ministry, commune } from './who-knows.ts'

/** Residents of social assistance facilities. */
export const questionsOfFacilities: readonly Row[] = [
  [
    '17',
    ['FACILITY', 'FACILITY-CARE', 'FACILITY-SP'],
    ministry,
    [
      'Người ở cơ sở trợ giúp xã hội: nhóm nào còn trợ cấp tại cộng đồng, hưu trí xã hội?',
      'Facility residents: who keeps the community allowance and the social pension?',
    ],
    [
      'Ba nhóm đầu không có; người tự nguyện, tự trả chi phí giữ cả hai. Trợ cấp dừng từ tháng sau tháng vào cơ sở.',
      'Groups A, B, C have neither, group D keeps both; the allowance stops the month after admission.',
    ],
  ],
  [
    'C20, C21',
    ['FAC-1', 'one-a-month', 'FACILITY', 'FACILITY-SP', 'FACILITY-CARE'],
    ministry,
    [
      'Vào hoặc rời cơ sở trợ giúp xã hội trong tháng: tháng đó trả theo chế độ nào? Người được nuôi dưỡng có còn hưởng hưu trí xã hội không?',
      'Entering or leaving a facility within a month: which benefit does the month pay? Does a resident keep the social pension?',
    ],
    [
      'Tháng đó trả chế độ đang hưởng khi tháng bắt đầu; chưa hưởng gì thì trả nuôi dưỡng từ tháng vào; đủ 4 tuổi thì mức thấp hơn từ tháng sau. Không còn hưu trí xã hội, trừ người tự trả chi phí.',
      'The month pays what was held when it began; where nothing was held, nursing from the month of admission; at 4 the lower amount from the month after. No social pension, but for those who pay for the place.',
    ],
  ],
  [
    'FAC-16',
    ['FAC-1'],
    ministry,
    [
      'Người thuộc diện bảo vệ khẩn cấp hoặc xử lý vi phạm hành chính ở cơ sở: có độ tuổi nào chấm dứt trợ cấp nuôi dưỡng không?',
      'Groups B and C of a facility: does an age end their nursing allowance?',
    ],
    [
      'Không; ba tháng của diện khẩn cấp chỉ chấm dứt bằng quyết định.',
      'No; the three months of group B end it only by decision.',
    ],
  ],
  [
    'FAC-24',
    ['FAC-1'],
    ministry,
    [
      'Người ở cơ sở đủ 16 tuổi mà không học: trợ cấp nuôi dưỡng kéo dài 24 tháng theo Nghị định 20; Nghị định 335 nói đến hòa nhập cộng đồng.',
      'A resident who does not study after 16: nursing goes on for 24 months under Decree 20; Decree 335 speaks of reintegration.',
    ],
    [
      '24 tháng kể từ ngày đủ 16 tuổi, theo cả hai nghị định.',
      '24 months from the sixteenth birthday in both.',
    ],
  ],
  [
    'FAC-PAYEE',
    ['FAC-1'],
    commune,
    [
      'Cơ sở nhận trợ cấp nuôi dưỡng, mà danh bạ chưa có tổ chức.',
      'The facility receives the nursing allowance, and the register knows no organisations.',
    ],
    [
      'Quyết định ghi một người nhận thay cho cơ sở.',
      'The award names a person who receives for the facility.',
    ],
  ],
]
