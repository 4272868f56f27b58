import type { Row } from './question.ts'
import { ministry, insurance, merit, history } from './who-knows.ts'

/** Rights beside the months: funeral, relief, temporary care, cards and schooling. */
export const questionsOfEvents: readonly Row[] = [
  [
    'FUN-STD',
    ['FUN-01', 'EMG-3', 'EMG-4'],
    ministry,
    [
      'Mai táng và trợ giúp khẩn cấp theo mức chuẩn của tháng nào, nghị định nào, từ 01/07 đến 04/10/2026?',
      'Funeral and emergency amounts: by the standard of which month and law between 2026-07-01 and 2026-10-04?',
    ],
    [
      'Theo luật có hiệu lực ngày chết hoặc ngày xảy ra: 500.000 đ đến 04/10/2026.',
      'By the law in force on the day: 500.000 until 2026-10-04.',
    ],
  ],
  [
    'FUN-DAYS',
    ['FUN-01', 'EMG-3', 'CARE-E'],
    ministry,
    [
      'Thời hạn và thẩm quyền về mai táng, chăm sóc tạm thời, trợ giúp khẩn cấp từ 01/07/2025 đến 04/10/2026 (Điều 5–10 Nghị định 147/2025 chưa đọc).',
      'Days and authority for funerals, temporary care and relief between 2025-07-01 and 2026-10-04.',
    ],
    [
      'Chủ tịch Ủy ban nhân dân cấp xã; mai táng ba ngày làm việc, chăm sóc tạm thời mười ngày làm việc, trợ giúp khẩn cấp như Nghị định 20.',
      'The commune chair; funerals three working days, temporary care ten, relief as under Decree 20.',
    ],
  ],
  [
    'EMG-SETOFF',
    ['EMG-4', 'EMG-4X'],
    ministry,
    [
      'Chết trong thiên tai mà pháp luật khác đã chi một phần chi phí mai táng: có trừ phần đã chi không?',
      'A death in a disaster for which another law has paid part of the burial: is that part set off?',
    ],
    [
      'Không trừ: mức cao nhất được chi đủ; nơi khác đã chi bằng hoặc hơn thì không chi.',
      'No: the highest is paid in full, and nothing where the other paid as much or more.',
    ],
  ],
  [
    'FUN-OTHER',
    ['FUN-03'],
    merit,
    [
      '«Trợ cấp hằng tháng khác» của người từ đủ 80 (75) tuổi là những khoản nào?',
      'Which allowances are «other monthly allowances» of who is 80 (75) and over?',
    ],
    ['Bảo hiểm xã hội và ưu đãi người có công.', 'Social insurance and meritorious service.'],
  ],
  [
    'C16',
    ['FUN-05', 'FUN-05-STANDARD'],
    ministry,
    [
      'Mai táng người hưởng hưu trí xã hội theo Nghị định 335: 20 lần mức hưu trí xã hội hay 20 lần mức chuẩn cao hơn của tỉnh?',
      'Funeral of a social pensioner under Decree 335: 20 × the social pension or 20 × a higher local standard?',
    ],
    ['Mức cao hơn.', 'The higher.'],
  ],
  [
    'C17, C18, C19',
    ['EMG-1A', 'EMG-1B', 'EMG-3X', 'EMG-5A', 'EMG-5B', 'EMG-5C'],
    ministry,
    [
      'Bị thương ngoài nơi cư trú mà có người thân chăm sóc; một sự việc gây nhiều loại thiệt hại nhà; gạo, thời hạn, mẫu của trợ giúp khẩn cấp theo Nghị định 335 (điểm a khoản 1 Điều 12 chưa đọc).',
      'Hurt away from home with a relative who cares; several classes of housing; rice, clocks and forms under Decree 335 (12.1a unread).',
    ],
    [
      'Như ở nơi cư trú; loại thiệt hại cao nhất; 15 kg, ba tháng, hai ngày như Nghị định 20.',
      'As at home; the highest class; 15 kg, three months and two days as under Decree 20.',
    ],
  ],
  [
    'C15',
    ['CARE-E'],
    ministry,
    [
      'Chăm sóc tạm thời kéo qua 05/10/2026, đối tượng theo Nghị định 335 (Điều 15 chưa đọc), và những ngày quá ba tháng.',
      'Temporary care across 2026-10-05, who is cared for under Decree 335 (Art. 15 unread), and days beyond three months.',
    ],
    [
      'Mỗi ngày theo mức của ngày đó; đối tượng như Nghị định 20; quá hạn không trả nếu không có quyết định mới.',
      'Each day at its own rate; as under Decree 20; days beyond are not paid without a new decision.',
    ],
  ],
  [
    'BHYT-1',
    ['BHYT-TE'],
    insurance,
    [
      'Mã và mức hưởng của thẻ bảo hiểm y tế từ Luật 51/2024; nhiều đối tượng ngang mức thì ghi mã nào?',
      'Group letters and levels of cards since Law 51/2024; which of several equal titles stands on the card?',
    ],
    [
      'Quỹ chi trả 100%, không ghi mã; ưu tiên đối tượng bảo trợ xã hội.',
      '100 %, no letters; the title of social protection first.',
    ],
  ],
  [
    'BHYT-335',
    ['BHYT-BT'],
    { vi: 'Công báo', en: 'The official gazette' },
    [
      'Điều nào của Nghị định 335 quy định thẻ bảo hiểm y tế của người hưởng trợ cấp hằng tháng? Điều này chưa được đọc.',
      'By which article of Decree 335 has whoever draws a monthly allowance a health card? It was not read.',
    ],
    [
      'Như Điều 9 Nghị định 20/2021/NĐ-CP; viện dẫn không ghi điều.',
      'As Decree 20/2021 Art. 9; cited without an article.',
    ],
  ],
  [
    'EDU-2',
    [],
    ministry,
    [
      'Điều của Nghị định 238/2025 miễn học phí cho người thuộc khoản 1 và 2; học bằng thứ nhất được hiểu thế nào?',
      'Article of Decree 238/2025 that exempts learners of khoản 1 and 2; what is first-degree study?',
    ],
    [
      'Không nêu điều; mọi việc học từ 16 đến 22 tuổi được tính.',
      'No article named; every study from 16 to 22 counts.',
    ],
  ],
  [
    'R13-EVENTS',
    [],
    history,
    [
      'Mai táng, trợ giúp khẩn cấp, thẻ bảo hiểm y tế trước 01/07/2021.',
      'Funeral, relief and cards before 2021-07-01.',
    ],
    ['Không có quy tắc; sự việc trước ngày đó bị từ chối.', 'No rules: an event before that day is refused.'],
  ],
]
