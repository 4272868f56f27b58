import type { Label } from '../domain/rule-set.ts'

/** Where the law is silent or was not read: what the system does until somebody with the text or the competence says. */
export type OpenQuestion = {
  /** The number in docs/open-questions.md. */
  readonly number: string
  readonly question: Label
  /** What holds until it is settled. */
  readonly assumed: Label
  readonly whoKnows: Label
  /** Rules of the law book that rest on it; none where it concerns how facts are read. */
  readonly about: readonly string[]
}

const ministry: Label = { vi: 'Bộ Y tế (Cục Bảo trợ xã hội)', en: 'Ministry of Health' }
const province: Label = { vi: 'Ủy ban nhân dân, Hội đồng nhân dân tỉnh', en: 'The province' }
const insurance: Label = {
  vi: 'Bộ Y tế; cơ quan bảo hiểm xã hội',
  en: 'Ministry of Health; social insurance',
}
const merit: Label = {
  vi: 'Bộ Y tế; cơ quan quản lý người có công',
  en: 'Ministry of Health; the authority for meritorious service',
}
const commune: Label = { vi: 'Thực tiễn Ủy ban nhân dân cấp xã', en: 'Practice of communes' }
const history: Label = { vi: 'Chỉ liên quan đến quá khứ', en: 'History only' }
const registry: Label = { vi: 'Cơ quan hộ tịch', en: 'Civil registration' }

type Row = readonly [
  number: string,
  about: readonly string[],
  whoKnows: Label,
  question: readonly [vi: string, en: string],
  assumed: readonly [vi: string, en: string],
]

const older = ['MSA-5A', 'MSA-5B', 'MSA-5C', 'MSA-5D'] as const
const allowance = ['MSA-1', 'MSA-2', 'MSA-3', 'MSA-4', ...older, 'MSA-6', 'MSA-7', 'MSA-8'] as const

const rows: readonly Row[] = [
  [
    '1',
    [],
    { vi: 'Công báo', en: 'The official gazette' },
    [
      'Nghị định 335/2026/NĐ-CP mới được đọc từ một bản sao máy đọc; các Điều 1, 15, 20, 25–27, 29, 30, một phần các Điều 7, 9, 12, 24 và các mẫu chưa được đọc.',
      'Decree 335/2026 was read from one machine-made copy; Arts 1, 15, 20, 25–27, 29, 30, parts of 7, 9, 12, 24 and the forms were not read.',
    ],
    ['Phần chưa đọc được coi là như Nghị định 20/2021/NĐ-CP.', 'As Decree 20/2021 where unread.'],
  ],
  [
    '2',
    ['standard', 'social-pension'],
    ministry,
    [
      'Người được quyết định mới từ 01/07/2026 đến 04/10/2026 hưởng ngay mức 540.000 đ hay chuyển mức sau?',
      'New applicants decided between 2026-07-01 and 2026-10-04: 540.000 at once or by conversion?',
    ],
    [
      'Chuyển mức: hưởng theo quy định cũ khi chưa biết quy định mới, phần chênh lệch truy lĩnh từ 05/10/2026.',
      'By conversion: the difference comes as arrears from 2026-10-05.',
    ],
  ],
  [
    '3',
    ['small-pension', 'SP-A', 'SP-B'],
    insurance,
    [
      'Lương hưu hoặc trợ cấp bảo hiểm xã hội thấp hơn mức hưu trí xã hội: hưởng đủ mức hay chỉ phần chênh lệch? Hai khoản nhỏ có cộng lại không?',
      'A pension below the social pension: is the whole social pension paid or only the difference? Do two small amounts count together?',
    ],
    ['Hưởng đủ mức; hai khoản được cộng lại khi so sánh.', 'The whole; together.'],
  ],
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
    '6',
    ['social-pension', 'SP-A', 'SP-B'],
    province,
    [
      'Trợ cấp hưu trí xã hội có tăng theo mức chuẩn cao hơn của tỉnh không?',
      'Does the social pension follow a higher provincial standard?',
    ],
    [
      'Không; phần hỗ trợ thêm của tỉnh là một khoản riêng.',
      'No; a provincial supplement would be a line of its own.',
    ],
  ],
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
    '8',
    ['standard-vinh-phuc'],
    province,
    [
      'Nghị quyết mức chuẩn của tỉnh sau sáp nhập 2025 và sau Nghị định 335; mức 447.000 đ của Vĩnh Phúc giai đoạn 2016–2021 có đúng cho mọi năm không?',
      'Provincial resolutions after the merger of 2025 and after Decree 335; the flat 447.000 of Vĩnh Phúc for 2016–2021.',
    ],
    [
      'Tiếp tục áp dụng trong địa bàn cũ cho đến khi chấm dứt hoặc mức trung ương cao hơn; 447.000 đ từ 01/2016.',
      'They go on in their old territory until ended or overtaken by the centre; 447.000 from 2016-01.',
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
    ['Không: phải có quyết định mới.', 'No: a new decision opens a new award.'],
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
    '20',
    ['standard'],
    history,
    [
      'Mức chuẩn trước 2015 (120.000 và 180.000 đ, chưa chắc tháng).',
      'The standard before 2015 (120.000 and 180.000, months unsure).',
    ],
    ['Không tính tháng nào trước 01/2015.', 'Nothing is computed before 2015-01.'],
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
    'TOP-1',
    ['TOP-SP-HN', 'TOP-SP-HCM', 'TOP-SP-HP', 'TOP-SP-QN', 'TOP-SP-TQ'],
    province,
    [
      'Hỗ trợ thêm của tỉnh cho hưu trí xã hội: nghị quyết nào, từ tháng nào, mức từ 07/2026?',
      'Provincial supplements to the social pension: resolutions, first month, level since July 2026?',
    ],
    [
      'Theo mức báo chí nêu, từ 07/2025; mức trung ương đã vượt thì không thêm; hệ thống này không chi.',
      'The levels the press told, from 2025-07; what the centre overtakes adds nothing; not paid by this system.',
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
  [
    'HORIZON',
    [],
    ministry,
    ['Luật hôm nay hỏi được đến bao xa trong tương lai?', 'How far ahead may the law of today be asked?'],
    ['Đến hết năm 2030; tháng sau đó bị từ chối.', 'Until the end of 2030; later months are refused.'],
  ],
  [
    'C5',
    ['procedure'],
    ministry,
    ['Thay đổi từ 01 đến 04/10/2026 theo trình tự nào?', 'A change between 1 and 4 October 2026.'],
    [
      'Đủ tuổi: theo trình tự cũ (từ tháng sau). Thay đổi khác so sánh ở cuối tháng và theo trình tự mới.',
      'Birthdays: the old procedure (the month after). Other facts are compared at the ends of months and follow the new procedure.',
    ],
  ],
  [
    'C3, C4',
    ['procedure'],
    ministry,
    ['Hồ sơ đang giải quyết vào 01/07/2025 hoặc 05/10/2026.', 'Files open on 2025-07-01 or on 2026-10-05.'],
    [
      'Tháng đầu theo trình tự có hiệu lực ngày ký quyết định; nhóm và mức theo tháng hưởng; quyền mới của Nghị định 335 không trước 10/2026.',
      'First month by the procedure in force on the day of the decision; group and amount by the benefit month; new rights of Decree 335 not before 2026-10.',
    ],
  ],
  [
    'C22, MOVE',
    ['standard-vinh-phuc', 'procedure'],
    ministry,
    ['Chuyển nơi ở trong tháng.', 'A move within a month.'],
    [
      'Nơi cũ trả tháng đó theo mức chuẩn của mình, nơi mới trả từ tháng sau.',
      'The old place pays that month, by its standard; the new one from the next.',
    ],
  ],
  [
    'C23, 6a–c',
    [],
    ministry,
    [
      'Tạm dừng từ tháng nào khi ba tháng liên tục không nhận? Điểm về tạm giam của Nghị định 335 và việc tạm dừng trợ cấp hưu trí xã hội chưa được đọc.',
      'From which month does a suspension leave out after three months uncollected? The point of Decree 335 on remand, and any suspension of the social pension, were not read.',
    ],
    [
      'Từ tháng sau tháng thứ ba không nhận; tạm giam như Thông tư 02/2021/TT-BLĐTBXH; trợ cấp hưu trí xã hội như trợ cấp hằng tháng, và cả hai cùng tạm dừng khi chỉ hưởng chế độ cao hơn.',
      'From the month after the third; remand as in Circular 02/2021; the social pension as the allowance, and both together where only the higher is paid.',
    ],
  ],
  [
    'PROC-9',
    ['procedure'],
    ministry,
    [
      'Người đang tạm dừng thì mất hoặc hết điều kiện: các tháng từ khi tạm dừng đến khi đó có được chi trả không?',
      'Somebody suspended dies or loses the right: are the months between the suspension and then paid?',
    ],
    [
      'Không: thôi hưởng từ thời điểm tạm dừng, theo câu chữ khoản 4 Điều 9 Nghị định 335. Người còn đủ điều kiện được truy lĩnh mọi tháng, ở mọi thời kỳ.',
      'No: stopped from the date of the suspension, by the letter of Decree 335 Art. 9(4). Whoever is still entitled is paid every month, in every regime.',
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
  [
    'C6',
    ['MSA-5A'],
    ministry,
    [
      'Mốc 75 tuổi của khoản 5 điểm a trong các tháng áp dụng hồi tố.',
      'The boundary of 75 in khoản 5 điểm a in the retroactive months.',
    ],
    [
      'Người đang hưởng: từ tháng muộn hơn giữa 07/2026 và tháng đủ 75 tuổi.',
      'People on the rolls: from the later of 2026-07 and the month of the 75th birthday.',
    ],
  ],
  [
    'C7',
    ['MSA-4'],
    ministry,
    ['Một trong các con của khoản 4 thôi được tính.', 'One of several children of khoản 4 no longer counts.'],
    [
      'Tháng đó vẫn theo mức cũ, từ tháng sau theo mức mới, ở mọi thời kỳ.',
      'The old amount for that month, the new one from the month after, in every regime.',
    ],
  ],
  [
    'C8',
    ['MSA-5B', 'MSA-5C', 'procedure'],
    ministry,
    ['Tháng bắt đầu của khoản 5 điểm b, c theo Nghị định 20.', 'Start of khoản 5 điểm b, c in Decree 20.'],
    [
      'Tháng đủ tuổi, không trước 07/2021 và không trước khi đủ các điều kiện khác.',
      'The month of the birthday, not before 2021-07 nor before the other conditions came true.',
    ],
  ],
  [
    'C8b',
    ['MSA-6', 'procedure'],
    ministry,
    ['Khuyết tật theo Nghị định 20 được quyết định muộn.', 'Disability under Decree 20 decided late.'],
    [
      'Từ tháng cấp giấy xác nhận, không trước 07/2021.',
      'From the month of the certificate, not before 2021-07.',
    ],
  ],
  [
    'C9',
    [],
    registry,
    ['Chỉ biết năm hoặc tháng sinh.', 'Only the year or month of birth is known.'],
    ['Tính từ ngày 01/01, hoặc ngày đầu tháng.', '1 January; the first of the month.'],
  ],
  [
    'C10',
    [],
    registry,
    ['Sinh ngày 29/02.', 'Born on 29 February.'],
    ['Năm không nhuận đủ tuổi vào ngày 01/03.', 'The age is reached on 1 March in common years.'],
  ],
  [
    'C20, C21',
    ['FAC-1', 'one-a-month', 'FACILITY', 'FACILITY-SP'],
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
  [
    'R21-20',
    ['procedure'],
    commune,
    [
      'Số ngày làm việc theo Nghị định 20: niêm yết nằm trong hay ngoài bảy ngày?',
      'Working days of Decree 20: posting inside or after the seven days?',
    ],
    ['Nằm trong: 20 ngày.', 'Inside: 20.'],
  ],
  [
    'R25-known',
    ['SP-A', 'SP-B'],
    commune,
    [
      'Danh sách tháng 07/2025 lập trong tháng 06 theo quy định nào?',
      'What lists for July 2025, prepared in June, were made by.',
    ],
    [
      'Theo quy định mới: Luật 41/2024/QH15 đã công bố từ 29/06/2024.',
      'By the new law: Law 41/2024/QH15 was public since 2024-06-29.',
    ],
  ],
  [
    'AGE',
    ['procedure'],
    commune,
    [
      'Điều chỉnh ngay trong tháng đủ tuổi là cách đọc theo câu chữ; thực tế có thể khác.',
      'Adjustment in the month of a birthday is the literal reading; local practice may differ.',
    ],
    ['Theo câu chữ.', 'Literal.'],
  ],
  [
    'EARLY',
    [],
    commune,
    [
      'Hồ sơ cho quyền bắt đầu từ sinh nhật có được nhận trước sinh nhật không?',
      'May a file for a right that begins with a birthday be taken in before the birthday?',
    ],
    ['Không: thời hạn tính từ ngày đủ tuổi.', 'No: days count from the day the age is reached.'],
  ],
  [
    'LIST',
    [],
    commune,
    [
      'Danh sách hộ nghèo năm mới đến muộn: quyền có tiếp tục trong lúc chờ không?',
      'The list of poor households of a new year is late: does the right go on meanwhile?',
    ],
    [
      'Chi trả theo dữ kiện đã ghi; dự báo coi hộ như năm trước cho đến khi xã có danh sách mới.',
      'Payroll follows the facts recorded; forecasts take the household as before until the commune has its new list.',
    ],
  ],
  [
    'APPEAL',
    [],
    ministry,
    [
      'Thời hạn khiếu nại quyết định trợ giúp xã hội: 90 ngày để khiếu nại, 10 ngày để thụ lý, 30 ngày để giải quyết lần đầu theo Luật Khiếu nại năm 2011; chưa đọc lại nguyên văn.',
      'The times of an appeal: 90 days to file, 10 to take it in, 30 to settle it, by the Law on Complaints of 2011; not read again.',
    ],
    [
      'Theo các số đó, tính từ ngày ký văn bản; vụ việc phức tạp và vùng sâu, vùng xa chưa được cộng thêm ngày.',
      'By these figures, from the day of signature; difficult cases and remote areas get no more days yet.',
    ],
  ],
]

/** Every question that is open, in the order of docs/open-questions.md. */
export const openQuestions: readonly OpenQuestion[] = rows.map(
  ([number, about, whoKnows, [questionVi, questionEn], [assumedVi, assumedEn]]) => ({
    number,
    about,
    whoKnows,
    question: { vi: questionVi, en: questionEn },
    assumed: { vi: assumedVi, en: assumedEn },
  }),
)
