import type { Row } from './question.ts'
import { commune, ministry } from './who-knows.ts'

const government = {
  vi: 'Văn phòng Chính phủ (kiểm soát thủ tục hành chính)',
  en: 'Office of the Government (administrative procedures)',
} as const

/** By which steps a file goes, how many days each takes, and which papers are asked for. */
export const questionsOfProcedures: readonly Row[] = [
  [
    'PROC-PAUSE',
    [],
    government,
    [
      'Hồ sơ đã đủ mà phải yêu cầu bổ sung: thời hạn dừng lại hay tính lại từ đầu? Quy định về cơ chế một cửa chưa được đọc.',
      'Papers are asked for after the file was complete: does the clock stand still, or begin again? The one-stop rules were not read.',
    ],
    [
      'Dừng lại: ngày yêu cầu vẫn tính, ngày nhận bổ sung không tính, số ngày đã dùng không mất.',
      'It stands still: the day of the request counts, the day the papers come does not, days used stay used.',
    ],
  ],
  [
    'PROC-WAIT',
    [],
    government,
    [
      'Người nộp không bổ sung: chờ bao lâu thì đóng hồ sơ?',
      'The applicant never sends what is missing: when is the file closed?',
    ],
    [
      'Không tự đóng: cán bộ từ chối tiếp nhận có lý do, hoặc giải quyết với giấy tờ đã có.',
      'Never by itself: an officer declines with a reason, or goes on with what there is.',
    ],
  ],
  [
    'PROC-INCOMPLETE',
    [],
    ministry,
    [
      'Hồ sơ nộp trước ngày 05/10/2026 mà đủ giấy tờ sau ngày đó: theo thủ tục nào?',
      'Handed in before 2026-10-05, complete only after: which procedure?',
    ],
    [
      'Theo ngày đủ giấy tờ: 7 ngày làm việc; tờ khai mẫu cũ đã nộp vẫn dùng được.',
      'That of the day it was complete: seven working days; a declaration on the old form stays good.',
    ],
  ],
  [
    'PROC-FORMS-21',
    [],
    ministry,
    [
      'Mẫu 1a, 1b, 1c, 1đ của Nghị định 20/2021/NĐ-CP dùng cho nhóm nào? Chỉ mẫu 1d (người cao tuổi) đã được đối chiếu.',
      'Which groups do forms 1a, 1b, 1c, 1đ of Decree 20/2021 belong to? Only 1d, older people, was checked.',
    ],
    [
      '1a trẻ em và người từ 16 tuổi đang học, 1b người nhiễm HIV, 1c người đơn thân nghèo, 1đ người khuyết tật.',
      '1a children and those who study on, 1b people with HIV, 1c poor single parents, 1đ disabled people.',
    ],
  ],
  [
    'PROC-PAPERS-26',
    [],
    ministry,
    [
      'Giấy tờ kèm theo Mẫu số 01, 02 của Nghị định 335/2026/NĐ-CP; Điều 7 mới đọc một phần.',
      'Papers with forms 01 and 02 of Decree 335/2026; Art. 7 was read in part.',
    ],
    [
      'Như Nghị định 20/2021/NĐ-CP, xuất trình để đối chiếu.',
      'As under Decree 20/2021, shown for comparison.',
    ],
  ],
  [
    'DOC-WORDS',
    [],
    ministry,
    [
      'Nghị định 335/2026/NĐ-CP có mẫu quyết định và mẫu văn bản trả lời khi từ chối không? Các mẫu kèm theo chưa được đọc.',
      'Has Decree 335/2026 model decisions, and a model answer for a refusal? The forms with it were not read.',
    ],
    [
      'Thể thức theo Nghị định 30/2020/NĐ-CP, lời văn theo cách các xã thường dùng; từ chối bằng thông báo, đánh số riêng (TB).',
      'The form of Decree 30/2020, the words communes commonly use; a refusal is a notice with numbers of its own (TB).',
    ],
  ],
  [
    'DOC-SLIPS',
    [],
    government,
    [
      'Mẫu giấy tiếp nhận, phiếu yêu cầu bổ sung, phiếu từ chối, phiếu xin lỗi, phiếu kiểm soát hiện nay; quy định một cửa từ năm 2025 chưa được đọc.',
      'The present models of receipts, requests, refusals, apologies and the control slip; the one-stop rules of 2025 were not read.',
    ],
    ['Theo các mẫu của Thông tư 01/2018/TT-VPCP.', 'As the models of Circular 01/2018/TT-VPCP.'],
  ],
  [
    'DOC-NUMBERS',
    [],
    commune,
    [
      'Số quyết định cấp ở đây và số của văn bản làm ngoài hệ thống có chung một sổ không?',
      'Do the numbers given here and those of papers made outside share one register?',
    ],
    [
      'Sổ riêng theo loại văn bản, từ 01 mỗi năm, không nhảy số; văn thư ghi lại vào sổ của cơ quan.',
      'A register of its own by kind of paper, from 01 each year, without a gap; the office copies it into its own.',
    ],
  ],
  [
    'DOC-SIGNERS',
    [],
    government,
    [
      'Phó Chủ tịch ký thay các quyết định trợ cấp cần ủy quyền từng loại việc hay phân công chung là đủ? Văn bản trả lời từ chối ký «TM.» hay ký theo thẩm quyền Chủ tịch?',
      'Does a deputy need a delegation for each kind of matter to sign decisions, or does a general one do? Is a refusal signed for the Committee, or as chair?',
    ],
    [
      'Một văn bản có ngày và thời hạn cho mọi quyết định của thủ tục; từ chối ký như quyết định.',
      'One dated paper for every decision of the procedures; a refusal is signed like a decision.',
    ],
  ],
  [
    'PROC-FACILITY-AWARD',
    [],
    ministry,
    [
      'Vào cơ sở thì trợ cấp tại cộng đồng thôi theo quyết định tiếp nhận hay cần quyết định riêng của Chủ tịch xã? Rời cơ sở tháng nào thì tháng đó do ai trả?',
      'Does the admission end the allowance at home, or does it need a decision of the commune chair? Who pays the month in which one leaves?',
    ],
    [
      'Thôi theo quyết định tiếp nhận, hết tháng vào; tháng rời do cơ sở nuôi dưỡng (C20), hồ sơ trợ cấp tại nhà được lập cùng ngày.',
      'It ends with the admission, after its month; the month one leaves in is nursed (C20), and the file for home is opened the same day.',
    ],
  ],
  [
    'PROC-HELD',
    [],
    government,
    [
      'Giấy tờ nào xã tra được trong cơ sở dữ liệu nên người dân không phải nộp?',
      'Which papers can the commune look up, so that nobody has to bring them?',
    ],
    [
      'Nơi cư trú từ 01/2023 và căn cước từ 07/2025 trong dữ liệu dân cư; hộ nghèo, cận nghèo trong danh sách của xã; giấy xác nhận khuyết tật khi đã ghi vào hệ thống này. Giấy khai sinh vẫn xuất trình.',
      'Residence since 2023-01 and identity since 2025-07 in the population database; poor households on the commune’s list; the disability certificate once it is recorded here. Birth certificates are still shown.',
    ],
  ],
  [
    'PROC-POST',
    [],
    ministry,
    [
      'Từ 07/2025 còn phải niêm yết kết quả xét duyệt không? Phần đã đọc của Nghị định 147 và Nghị định 335 không nhắc đến.',
      'Is the result still posted since July 2025? What was read of Decrees 147 and 335 does not speak of it.',
    ],
    [
      'Không niêm yết trợ cấp; kết luận về mức độ khuyết tật vẫn niêm yết.',
      'Allowances are not posted; conclusions on disability are.',
    ],
  ],
  [
    'PROC-DISABILITY',
    [],
    ministry,
    [
      'Thông tư 01/2019/TT-BLĐTBXH đã được thay chưa; Hội đồng giám định y khoa có bao nhiêu ngày; hồ sơ gồm giấy tờ gì; số điều, khoản.',
      'Has Circular 01/2019 been replaced; how long has the medical board; which papers; and its article numbers.',
    ],
    [
      'Thông tư còn hiệu lực; chờ giám định y khoa không tính ngày cho xã; kết luận cũ nộp kèm nếu có.',
      'It is in force; the medical board has no time of its own; earlier conclusions are handed in if there are any.',
    ],
  ],
  [
    'CERT-6',
    [],
    ministry,
    [
      'Thông tư 01/2019/TT-BLĐTBXH: trẻ đủ 6 tuổi làm lại thủ tục xác định, trừ trường hợp đặc biệt nặng theo các mục 1.1, 1.2, 1.5, 1.6, 1.7 phần IV Mẫu số 02. Chưa làm lại thì trợ cấp có dừng không? Số điều, khoản.',
      'Circular 01/2019: a child who reaches six is assessed anew, but for those exceptionally severe by items 1.1, 1.2, 1.5, 1.6, 1.7 of part IV of Form 02. Does the allowance stop until that is done? Its article numbers.',
    ],
    [
      'Giấy không ghi thời hạn, nên trợ cấp không tự dừng; trẻ được nêu trước 60 ngày để cán bộ xem có phải xác định lại, vì sổ không ghi mục của phần IV.',
      'A certificate names no end, so the allowance does not stop by itself; the child is named 60 days before, for an officer to see whether it applies, as the register does not hold the item of part IV.',
    ],
  ],
  [
    'C24',
    [],
    ministry,
    [
      'Hai thời hạn cho một việc: Hội đồng khuyết tật có 20 ngày làm việc theo Thông tư và 30 ngày theo Luật.',
      'Two times for one act: the disability council has 20 working days by the circular and 30 days by the Law.',
    ],
    ['Hạn nào đến trước thì theo hạn đó.', 'Whichever ends first.'],
  ],
  [
    'PROC-CARE-26',
    [],
    ministry,
    [
      'Chăm sóc tạm thời theo Nghị định 335/2026/NĐ-CP: Điều 18 không nêu số ngày và giấy tờ.',
      'Temporary care under Decree 335/2026: Art. 18 names no days and no papers.',
    ],
    [
      'Làm ngay, không tính thời hạn; giấy tờ như Nghị định 20/2021/NĐ-CP.',
      'At once and without a clock; papers as under Decree 20/2021.',
    ],
  ],
  [
    'PROC-FACILITY-25',
    [],
    ministry,
    [
      'Tiếp nhận vào cơ sở từ 07/2025 đến 04/10/2026: ai xem xét, bao nhiêu ngày (Nghị định 147/2025/NĐ-CP Điều 6–10)?',
      'Admission to a facility between 2025-07 and 2026-10-04: who looks at it, and in how many days (Decree 147/2025 Arts 6–10)?',
    ],
    [
      'Xã rồi đến cơ sở, 10 ngày làm việc cho cả hai.',
      'The commune, then the facility; ten working days for both.',
    ],
  ],
  [
    'PROC-FACILITY-26',
    [],
    ministry,
    [
      'Nghị định 335/2026/NĐ-CP về cơ sở: tiếp nhận khẩn cấp, hồ sơ, dừng trợ giúp (Điều 24 đọc một phần, Điều 25–27 chưa đọc).',
      'Decree 335/2026 on facilities: emergency admission, papers, leaving (Art. 24 in part, Arts 25–27 unread).',
    ],
    [
      'Như Nghị định 20/2021/NĐ-CP: hoàn thiện hồ sơ 10 ngày làm việc, thông báo 25 ngày làm việc, dừng trong 7 ngày làm việc.',
      'As Decree 20/2021: the file within 10 working days, the announcement for 25, leaving within 7.',
    ],
  ],
  [
    'PROC-RELIEF',
    [],
    ministry,
    [
      'Hai ngày để quyết định trợ giúp khẩn cấp tính từ danh sách của thôn; họp bình xét nằm trong đó? Cấp trên trả lời trong bao lâu?',
      'The two days for emergency relief run from the list of the village; is the meeting inside? How soon do those above answer?',
    ],
    [
      'Họp bình xét nằm trong hai ngày; phần đề nghị cấp trên không có thời hạn.',
      'The meeting is inside the two days; what is asked of those above has no time.',
    ],
  ],
  [
    'PROC-HOUSING',
    [],
    ministry,
    [
      'Hỗ trợ làm, sửa nhà ở: bao nhiêu ngày, theo mẫu nào của Nghị định 335/2026/NĐ-CP?',
      'Support for the home: how many days, and on which form of Decree 335/2026?',
    ],
    ['Không tính thời hạn; không nêu mẫu.', 'No clock; no form is named.'],
  ],
  [
    'PROC-MOVE',
    [],
    ministry,
    [
      'Chuyển nơi hưởng từ 07/2025: nơi cũ và nơi mới mỗi nơi có bao nhiêu ngày?',
      'Moving an allowance since July 2025: how many days has the old place, and the new one?',
    ],
    [
      'Không tính thời hạn; không tháng nào mất hoặc trả hai lần.',
      'No clock; no month is lost or paid twice.',
    ],
  ],
  [
    'PROC-AWARD',
    [],
    ministry,
    [
      'Tạm dừng, tiếp tục, thôi hưởng: thời hạn ra quyết định; Nghị định 147/2025/NĐ-CP có quy định riêng không?',
      'Suspending, resuming, ending: how soon is it decided, and does Decree 147/2025 say anything of its own?',
    ],
    [
      'Không tính thời hạn; căn cứ như Thông tư 02/2021/TT-BLĐTBXH cho đến ngày 04/10/2026.',
      'No clock; grounds as in Circular 02/2021 until 2026-10-04.',
    ],
  ],
  [
    'PAY-WAIT',
    [],
    commune,
    [
      'Đổi tài khoản hoặc người nhận thay: sau khi duyệt, bao nhiêu ngày mới chi theo cách mới? Ủy quyền hết hạn thì chi cho ai?',
      'A change of account or of who receives: how many days after approval does it count? Who is paid once an authority has ended?',
    ],
    [
      'Ba ngày làm việc, để người hưởng kịp biết. Hết hạn ủy quyền thì chi lại cho chính người hưởng; tài khoản của người nhận thay thì thành tiền mặt.',
      'Three working days, for the payee to notice. After it ends the payee herself; where the account was the receiver’s, in cash.',
    ],
  ],
  [
    'PAY-RETURN',
    [],
    ministry,
    [
      'Tiền còn ở đơn vị chi trả: đến khi nào phải hoàn trả, và hoàn trả trong thời gian chỉnh lý quyết toán thì có về lại dự toán năm trước không?',
      'Money left at a provider: by when is it given back; does what is given back in January still return to the budget line of the year before?',
    ],
    [
      'Cán bộ quyết định lúc nào hoàn trả. Tiền về Kho bạc trong năm của dòng dự toán thì về lại dòng đó; sang năm sau thì không.',
      'Officials decide when. What reaches the treasury within the year of the line is free on it again; from the next year on it is not.',
    ],
  ],
  [
    'PAY-FRAUD',
    [],
    ministry,
    [
      'Tiền đã vào tài khoản sai hoặc của kẻ gian mà không đòi lại được: ai chịu khoản mất, người hưởng có được chi lần nữa và từ nguồn nào?',
      'Money that reached a wrong account or a fraudster’s and does not come back: who bears the loss, is the payee paid again, and from which source?',
    ],
    [
      'Đòi lại nơi đơn vị chi trả, không thu hồi của người hưởng; ngân hàng trả về thì chi lại. Không về thì không chi lần thứ hai cho đến khi có quyết định.',
      'It is asked of the provider and not of the payee, who is paid once it comes back. If it does not, nothing is paid a second time until somebody decides.',
    ],
  ],
  [
    'PROC-CONVERSION',
    [],
    commune,
    [
      'Chuyển mức hàng loạt: một quyết định kèm danh sách hay mỗi người một quyết định, trong bao lâu?',
      'Conversions: one decision with a list or one for each person, and how soon?',
    ],
    [
      'Một quyết định kèm danh sách cho mỗi xã; không tính thời hạn.',
      'One decision with a list for each commune; no clock.',
    ],
  ],
  [
    'REC-LIMIT',
    [],
    ministry,
    [
      'Thu hồi bằng cách trừ dần: mỗi tháng được trừ nhiều nhất bao nhiêu phần của khoản được hưởng?',
      'Recovery out of later months: how much of a month may be withheld at most?',
    ],
    [
      'Không quá 30 phần trăm số tiền tháng đó, và chỉ theo quyết định của người có thẩm quyền.',
      'At most thirty hundredths of what the month pays, and only by a decision.',
    ],
  ],
  [
    'REC-HEIRS',
    [],
    ministry,
    [
      'Khoản đã chi cho tháng sau tháng chết: ai phải trả, người đã nhận tiền hay người thừa kế?',
      'Money paid for months after a death: who owes it, whoever took it or the heirs?',
    ],
    [
      'Gửi thông báo về địa chỉ của người hưởng; không trừ vào khoản hưởng của người khác trong nhà.',
      'The letter goes to the address of the person; nothing is withheld from anybody else of the household.',
    ],
  ],
  [
    'ONCE-PAYEE',
    [],
    ministry,
    [
      'Người được ghi nhận khoản hỗ trợ một lần chết trước khi được chi: ai nhận, theo giấy tờ nào?',
      'Whoever was named to receive money given once dies before it is paid: who receives it, by which paper?',
    ],
    [
      'Khoản tiền được giữ; xã giải quyết lại hồ sơ và ra quyết định mới ghi người nhận khác, quyết định cũ hết hiệu lực.',
      'It is held; the commune takes the file up again and names another receiver by a new decision, which replaces the former.',
    ],
  ],
  [
    'APPEAL-FROM',
    [],
    ministry,
    [
      'Khiếu nại được chấp nhận, quyết định mới cho hưởng: hưởng từ tháng của quyết định mới hay của quyết định bị khiếu nại?',
      'An appeal was upheld and the new decision grants: from its own month, or from that of the decision that was wrong?',
    ],
    [
      'Từ tháng pháp luật quy định theo ngày ký quyết định mới; các tháng trước không được trả. Khoản đang hưởng mà số liệu được sửa lùi ngày thì danh sách chi trả tự tính truy lĩnh.',
      'From the month the law names by the day the new decision is signed; no months before it are paid. Where an award was open and facts are corrected backwards, the lists work the arrears out by themselves.',
    ],
  ],
  [
    'CAL-DAYS',
    [],
    government,
    [
      'Năm chưa có thông báo nghỉ lễ: năm ngày Tết là những ngày nào, ngày thứ hai của Quốc khánh là trước hay sau 2/9, và 24/11 có nghỉ hằng năm không?',
      'A year nobody has announced: which five days of Tết, which second day of the National Day, and is 24 November one every year?',
    ],
    [
      'Hai ngày trước và ba ngày đầu năm mới; ngày liền với cuối tuần; 24/11 chỉ khi có thông báo. Mọi nơi ghi «dự kiến».',
      'Two days before the new year and its first three; the day that joins the weekend; 24 November only as announced. Each is marked as expected.',
    ],
  ],
  [
    'DOC-GROUP',
    [],
    ministry,
    [
      'Quyết định có được không nêu nhóm và điều khoản, khi nêu ra thì lộ tình trạng HIV; và các quyết định khác có phải làm như vậy để không ai suy ra được?',
      'May a decision leave out its group and clause where they would tell of HIV, and must others do the same so that nobody can infer it?',
    ],
    [
      'Cùng không nêu ở mọi quyết định mà số tiền không phân biệt được; tờ trình và hồ sơ vẫn ghi đủ.',
      'None names them where the amount leaves it open; the submission note and the file do.',
    ],
  ],
  [
    'REVIEW-YEARLY',
    [],
    ministry,
    [
      'Pháp luật có quy định rà soát hằng năm người đang hưởng không: khi nào, ai làm, bằng mẫu nào?',
      'Does the law set a yearly review of those who receive: when, by whom, on which form?',
    ],
    [
      'Ngày bắt đầu và kết thúc do người mở đợt rà soát ghi; hạn 10 ngày cho việc sau rà soát, và 3 lần đến không gặp thì lập việc tìm người, là quy ước của hệ thống. Không ai bị dừng hưởng chỉ vì rà soát không gặp.',
      'Its days are entered by whoever opens it; ten days for what it leaves to do, and three visits in vain before somebody is looked for, are house rules. Nobody loses a benefit only because a review did not meet them.',
    ],
  ],
]
