import type { Row } from './question.ts'
import { ministry, commune, registry, statistics } from './who-knows.ts'

/** From which month money begins, changes, pauses and ends, and how days and ages count. */
export const questionsOfMonths: readonly Row[] = [
  [
    'C5',
    ['procedure'],
    ministry,
    ['Thay đổi từ 01 đến 04/10/2026 theo trình tự nào?', 'A change between 1 and 4 October 2026.'],
    [
      'Theo trình tự cũ: từ tháng sau. Thay đổi từ ngày 05/10 theo trình tự mới.',
      'By the old procedure: from the month after. What changes from 5 October on follows the new one.',
    ],
  ],
  [
    'WITHIN',
    ['procedure', 'FAC-1'],
    ministry,
    [
      'Quyền bắt đầu và kết thúc trong cùng một tháng khi người hưởng còn sống, như vào rồi rời cơ sở: tháng đó có được chi trả không?',
      'A right that begins and ends within one month of somebody who lives on, as who is admitted to a facility and leaves it: is that month paid?',
    ],
    [
      'Có, khi có quyết định: bắt đầu tính từ tháng có quyết định, thôi tính từ tháng sau. Vẫn chỉ một chế độ mỗi tháng (C20) và mức cao nhất.',
      'Yes, where it is decided: a start counts from the month of the decision, a stop from the month after. Still one benefit a month (C20), and the highest.',
    ],
  ],
  [
    'HEAD-AGE',
    [],
    ministry,
    ['Người chưa đủ 18 tuổi có được là chủ hộ không?', 'May somebody under eighteen head a household?'],
    [
      'Chỉ khi trong hộ không còn ai còn sống, đủ 18 tuổi và không có người giám hộ. Chủ hộ không làm đổi mức hưởng.',
      'Only where nobody in it lives, is of age and has no guardian. Who heads a household changes no amount.',
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
    'CARE-HEIRS',
    ['CARE-1', 'CARE-3', 'CARE-4'],
    ministry,
    [
      'Người chăm sóc mất khi còn các tháng trước đó chưa được chi trả: ai nhận khoản truy lĩnh?',
      'A carer dies while earlier months are still owed: who receives the arrears?',
    ],
    [
      'Dòng truy lĩnh ghi tên người chăm sóc đã mất, như quyết định hưởng; hệ thống không tự chọn người thừa kế.',
      'The line names the carer who died, as the award does; the system chooses no heir.',
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
    'C5-C6',
    ['MSA-5A'],
    ministry,
    [
      'Người hưởng khoản 5 điểm a đủ 75 tuổi từ 01 đến 04/10/2026: hệ số 2,0 từ tháng 10 (C6) hay tháng 11/2026 (C5)?',
      'On the rolls under khoản 5 điểm a and 75 on 1 to 4 October 2026: 2.0 from October (C6) or from November (C5)?',
    ],
    [
      'Từ tháng 11, theo trình tự cũ; đủ 75 tuổi trong tháng 09 hoặc từ ngày 05/10 thì ngay tháng đó.',
      'From November, by the old procedure; at 75 in September, or from 5 October on, in the month itself.',
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
    'DEATH-ARREARS',
    [],
    ministry,
    [
      'Người hưởng mất rồi mới có tiền truy lĩnh của các tháng còn sống: ai được nhận – người thừa kế hay người lo mai táng?',
      'Arrears of months somebody lived in are found after their death: who receives them, the heirs or whoever arranged the burial?',
    ],
    [
      'Lệnh chi được giữ lại, ghi rõ lý do. Chi cho người thừa kế có giấy tờ, hoặc nộp trả ngân sách: người này đề nghị, người khác duyệt. Tiền của chính tháng mất vẫn theo danh sách.',
      'The order is held, with the reason. It goes to an heir with a paper, or back to the treasury: one person asks, another decides. The month of the death itself is paid by the list as ever.',
    ],
  ],
  [
    'C10',
    [],
    registry,
    ['Sinh ngày 29/02.', 'Born on 29 February.'],
    ['Năm không nhuận đủ tuổi vào ngày 01/03.', 'The age is reached on 1 March in common years.'],
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
      'Theo các số đó, tính từ ngày trả kết quả, chưa trả thì chưa tính; vụ việc phức tạp và vùng sâu, vùng xa chưa được cộng thêm ngày.',
      'By these figures, from the day the result was handed over, and not before; difficult cases and remote areas get no more days yet.',
    ],
  ],
  [
    'LIFE',
    [],
    statistics,
    [
      'Bảng sống chính thức theo tuổi và giới để tính số người hưởng chết trong năm dự toán: chưa được đọc.',
      'The official life tables by age and sex, for the deaths of a year that is estimated, have not been read.',
    ],
    [
      'Đường cong khớp với tuổi thọ trung bình 76,3 (nữ), 71,0 (nam) của Tổng điều tra 2019; tỷ lệ nhân với bảng là giả định của từng bản dự toán.',
      'Curves fitted to the 76.3 (women) and 71.0 (men) years of the census of 2019; the percentage of them is an assumption of each estimate.',
    ],
  ],
  [
    'FORM',
    [],
    statistics,
    [
      'Mẫu dự toán năm mà cơ quan tài chính nhận: chưa thấy.',
      'The form of the yearly estimate that the financial authority takes has not been seen.',
    ],
    [
      'Biểu do hệ thống trình bày, ghi rõ là chưa đối chiếu.',
      'A form of our own, which says that it was not compared.',
    ],
  ],
]
