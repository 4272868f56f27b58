import type { Row } from './question.ts'
import { ministry, province, insurance, history } from './who-knows.ts'

/** How much the law gives, and which texts it was read from. */
export const questionsOfAmounts: readonly Row[] = [
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
    'HORIZON',
    [],
    ministry,
    ['Luật hôm nay hỏi được đến bao xa trong tương lai?', 'How far ahead may the law of today be asked?'],
    ['Đến hết năm 2030; tháng sau đó bị từ chối.', 'Until the end of 2030; later months are refused.'],
  ],
]
