import type { Row } from './question.ts'
import { allowance } from './rules-asked.ts'
import { ministry, history } from './who-knows.ts'

/** Who is in a group of the allowance, the social pension or the money for care. */
export const questionsOfGroups: readonly Row[] = [
  [
    '7',
    ['MSA-5B', 'MSA-5C', 'SP-A'],
    ministry,
    [
      'Người hưởng khoản 5 điểm b, c chuyển sang hưu trí xã hội từ 01/07/2025 có phải làm hồ sơ không?',
      'Conversion of khoản 5 điểm b, c to the social pension on 2025-07-01 without application?',
    ],
    [
      'Chủ tịch cấp xã tự quyết định chuyển, không gián đoạn tháng nào.',
      'By the chair’s own decision, without a gap.',
    ],
  ],
  [
    '12',
    ['MSA-1', 'CARE-1'],
    ministry,
    [
      'Trẻ em không xác định được cả cha lẫn mẹ; cha hoặc mẹ đang bị tạm giam.',
      'A child both of whose parents are unidentified; a parent held before trial.',
    ],
    [
      'Chỉ được hưởng theo điểm a (bị bỏ rơi); tạm giam không được tính.',
      'Only through điểm a (abandoned); pre-trial detention does not count.',
    ],
  ],
  [
    'POINTS',
    ['MSA-1'],
    ministry,
    [
      'Các điểm a–l khoản 1 Điều 5 Nghị định 136/2013/NĐ-CP chưa được đọc.',
      'The points a–l of khoản 1 Điều 5 of Decree 136/2013 were not read.',
    ],
    ['Gọi tên các điểm như Nghị định 20/2021/NĐ-CP.', 'They are named as in Decree 20/2021.'],
  ],
  [
    '13',
    ['MSA-2', 'MSA-4'],
    ministry,
    ['Gián đoạn việc học đến đâu thì vẫn là «liên tục»?', 'Breaks in study: what is «continuous»?'],
    [
      'Nghỉ hè, và nghỉ đến 12 tháng giữa hai khóa học.',
      'The summer, and up to 12 months between two studies.',
    ],
  ],
  [
    '14',
    ['MSA-2'],
    ministry,
    [
      'Người thôi hưởng khi đủ 22 tuổi từ 01/07/2026 đến 04/10/2026 có được hưởng lại mà không cần hồ sơ không?',
      'Stopped at 22 between 2026-07-01 and 2026-10-04: resumed without application?',
    ],
    [
      'Không: phải có quyết định mới, kể cả khi việc hưởng được nhập từ danh sách cũ sau đó.',
      'No: a new decision opens a new award, also where an old list tells of the former one later.',
    ],
  ],
  [
    'TRN-05',
    ['MSA-1', 'MSA-2', 'SP-A', 'SP-B', 'CARE-1', 'FAC-1', 'CONVERSION'],
    ministry,
    [
      'Quyền chỉ có từ Nghị định 335 (trẻ có cha hoặc mẹ không xác định được, học sau 22 tuổi, lương hưu từ 500.000 đến dưới 540.000 đ): người chưa hưởng có được tính cho các tháng 07–09/2026 không?',
      'A right that exists only since Decree 335 (orphans with a parent unidentified, study after 22, pensions from 500.000 to below 540.000 đ): does it reach back to July–September 2026 for people not on the rolls?',
    ],
    [
      'Không: từ tháng có quyết định, sớm nhất 10/2026. Ai đang hưởng chế độ đó theo quy định trước thì được chuyển sang mức mới từ 07/2026.',
      'No: from the month of the decision, October 2026 at the earliest. Whoever had that benefit by the law before moves to the new amounts from July 2026.',
    ],
  ],
  [
    '15',
    ['standard', 'social-pension'],
    ministry,
    [
      'Người đang hưởng vào tháng 07/2026, chết hoặc thôi hưởng trước 05/10/2026: có được trả phần chênh lệch không?',
      'On the rolls in July 2026 and dead or gone before 2026-10-05: is the difference paid?',
    ],
    ['Có, cho các tháng được hưởng.', 'Yes, for the months of entitlement.'],
  ],
  [
    '18',
    ['PRISON', 'PRISON-OTHER'],
    ministry,
    [
      'Án phạt tù có làm dừng hưu trí xã hội và kinh phí chăm sóc như với trợ cấp không? Theo điều nào trong Nghị định 136?',
      'Does a prison sentence stop the social pension and care as it stops the allowance? Since which article in Decree 136?',
    ],
    ['Có.', 'Yes.'],
  ],
  [
    '19',
    [...allowance, 'together', 'procedure'],
    history,
    [
      'Nghị định 136: hệ số theo hiểu biết; ngoại lệ cho người đơn thân; người nhiễm HIV «không còn khả năng lao động»; kinh phí chăm sóc; trình tự.',
      'Decree 136: coefficients from knowledge; the exception for single parents; adults with HIV «unable to work»; care support; procedure.',
    ],
    [
      'Như đang ghi; không có lương, lương hưu được coi là không còn khả năng lao động; không có kinh phí chăm sóc trước 07/2021; điều chỉnh từ tháng thay đổi.',
      'As written; having no wage or pension stands for being unable to work; no care support before 2021-07; adjusted in the month of change.',
    ],
  ],
  [
    '21',
    ['MSA-5B', 'MSA-7'],
    { vi: 'Bộ Y tế; cơ quan công tác dân tộc', en: 'Ministry of Health; ethnic affairs' },
    [
      'Danh sách xã, thôn đặc biệt khó khăn 2026–2030, và các đơn vị cũ sau sáp nhập.',
      'Lists of extremely difficult communes and villages 2026–2030, and old units after the merger.',
    ],
    ['Danh sách của đơn vị cũ tiếp tục áp dụng.', 'The list of the old unit goes on.'],
  ],
  [
    '22',
    [],
    ministry,
    [
      'Việc hưởng còn mở khi quyền đã hết mà chưa có quyết định thôi hưởng: có được trả lại khi đủ điều kiện trở lại không?',
      'An award stays open when its right has ended and no decision has closed it: does it pay again when the conditions come true again?',
    ],
    [
      'Người phải làm hồ sơ lại cần có quyết định mới; danh sách nêu tên mọi người đã dừng.',
      'Whoever must apply again needs a new decision; the list names everybody who stopped.',
    ],
  ],
  [
    '23',
    ['MSA-4'],
    ministry,
    [
      'Con của người đơn thân đã đủ 16 tuổi khi bắt đầu hưởng: có được tính tiếp theo Nghị định 335 không?',
      'A child already 16 when the allowance of khoản 4 began: does it count on under Decree 335?',
    ],
    [
      'Không: chỉ con được trợ cấp vào ngày đủ 16 tuổi.',
      'No: only a child for whom an allowance was granted on its sixteenth birthday.',
    ],
  ],
  [
    '24',
    ['MSA-2', 'MSA-4'],
    ministry,
    [
      'Đi học lại sau hơn 12 tháng có còn là «liên tục» theo Nghị định 335 không?',
      'Study taken up again after more than 12 months: is it still «continuous»?',
    ],
    [
      'Được tính từ ngày học lại, nếu đang hưởng hoặc được quyết định hưởng.',
      'It counts from the day it is taken up again, if an award is open or granted.',
    ],
  ],
]
