import { formatCount } from '#kernel/written'
import type { ImportField } from './fields.ts'
import type { FindingCode, ImportFinding } from './findings.ts'

export type Said = Pick<ImportFinding, 'field' | 'value' | 'suggestion' | 'details'>

const day = (text: string | number | undefined) =>
  String(text ?? '')
    .split('-')
    .toReversed()
    .join('/')

/** 25 is 2,5. */
const tenths = (value: string | number | undefined) => (Number(value) / 10).toFixed(1).replace('.', ',')

/** What each field is called, on the mapping page and in the template. */
export const fieldNames: Readonly<Record<ImportField, string>> = {
  fullName: 'Họ và tên',
  sex: 'Giới tính',
  born: 'Ngày sinh',
  bornIfMale: 'Năm sinh (nam)',
  bornIfFemale: 'Năm sinh (nữ)',
  number: 'Số định danh',
  formerNumber: 'Số CMND cũ',
  commune: 'Xã, phường',
  village: 'Thôn, tổ dân phố',
  address: 'Địa chỉ',
  ethnicGroup: 'Dân tộc',
  phone: 'Số điện thoại',
  group: 'Nhóm đối tượng',
  disabilityLevel: 'Mức độ khuyết tật',
  disabilityType: 'Dạng khuyết tật',
  disabilityIssuedOn: 'Ngày cấp giấy xác nhận khuyết tật',
  poverty: 'Hộ nghèo, cận nghèo',
  coefficient: 'Hệ số',
  monthly: 'Mức hưởng',
  decisionNumber: 'Số quyết định',
  decisionDate: 'Ngày quyết định',
  firstMonth: 'Hưởng từ tháng',
  paidThrough: 'Đã chi đến hết tháng',
  diedOn: 'Ngày chết',
  ignored: 'Không dùng',
}

const refusals: Readonly<Record<string, string>> = {
  'people.number_in_use': 'Số định danh đã thuộc về một người khác. Đối chiếu với thẻ căn cước.',
  'people.overlapping_circumstance':
    'Hoàn cảnh này đã được ghi nhận cho một thời gian trùng. Xem hồ sơ của người này.',
  'people.already_dead': 'Người này đã được ghi nhận là đã chết. Xem hồ sơ của người này.',
  'people.not_in_area': 'Xã nằm ngoài phạm vi được giao. Gửi dòng này cho nơi phụ trách.',
  forbidden: 'Dòng này có thông tin bảo mật mà tài khoản không được ghi. Nhờ người có quyền nhập.',
}

/** Why a row waits or stays out: what, why, and what to do. */
export const findingWords: Readonly<Record<FindingCode, (said: Said) => string>> = {
  name_missing: () => 'Thiếu họ tên. Ghi đủ họ, tên đệm và tên.',
  name_wrong: ({ value }) => `Họ tên "${value}" không đọc được. Họ tên chỉ gồm chữ. Ghi lại theo giấy tờ.`,
  name_old_encoding: ({ value, suggestion }) =>
    `Chữ của phông cũ "${value}" đọc là "${suggestion}". Nếu đọc đúng, nhận cho cả tệp.`,
  name_typing: ({ value, suggestion }) =>
    `Họ tên "${value}" có thể do bộ gõ đang tắt. Có phải là "${suggestion}"?`,
  name_capitals: ({ suggestion }) => `Họ tên được ghi thành "${suggestion}".`,
  birth_missing: () => 'Thiếu ngày sinh hoặc năm sinh. Thiếu cột này không phân biệt được người trùng tên.',
  birth_unreadable: ({ value }) =>
    `Ngày sinh "${value}" không đọc được. Ghi theo dạng ngày/tháng/năm, hoặc chỉ ghi năm.`,
  birth_in_future: ({ value }) => `Ngày sinh ${value} ở tương lai. Sửa năm sinh theo giấy tờ.`,
  birth_too_long_ago: ({ value }) => `Ngày sinh ${value} quá xa. Sửa năm sinh theo giấy tờ.`,
  birth_century_assumed: ({ value, suggestion }) =>
    `Năm sinh "${value}" chỉ có hai chữ số. Có phải là năm ${suggestion}?`,
  birth_shared: ({ value, details }) =>
    `${details['people']} người của một xã trong tệp cùng sinh ngày ${value}, nhiều hơn mức có thể trùng ngẫu nhiên. Có thể cột ngày sinh bị kéo hoặc chép sai. Đối chiếu với giấy tờ; nếu đúng là ngày này, giữ nguyên. Chỉ biết năm thì chỉ ghi năm.`,
  birth_from_serial: ({ value, suggestion }) =>
    `Số ${value} của Excel được hiểu là ngày ${day(suggestion ?? '')}.`,
  birth_from_year_column: ({ suggestion }) => `Năm sinh được hiểu là ${suggestion}.`,
  sex_missing: () => 'Thiếu giới tính. Ghi Nam hoặc Nữ.',
  sex_unreadable: ({ value }) => `Giới tính "${value}" không đọc được. Ghi Nam hoặc Nữ.`,
  sex_from_number: ({ suggestion }) =>
    `Giới tính lấy theo số định danh: ${suggestion === 'male' ? 'Nam' : 'Nữ'}.`,
  sex_from_name: ({ suggestion }) =>
    `Thiếu giới tính. Theo tên đệm, có phải là ${suggestion === 'male' ? 'Nam' : 'Nữ'}?`,
  number_zero_lost: ({ details, suggestion }) =>
    `Số định danh mới có ${details['digits']} chữ số. Số này gồm 12 chữ số; tệp Excel thường làm mất số 0 ở đầu. Có phải là ${suggestion}?`,
  number_length: ({ details }) =>
    `Số định danh có ${details['digits']} chữ số. Số này gồm 12 chữ số, số CMND cũ gồm 9. Đối chiếu với thẻ căn cước.`,
  number_signs: ({ value }) => `Số định danh "${value}" có ký tự khác chữ số. Đối chiếu với thẻ căn cước.`,
  number_rounded: ({ value }) =>
    `Số "${value}" đã bị Excel làm tròn. Định dạng cột là văn bản rồi nhập lại theo thẻ căn cước.`,
  number_province_unknown: ({ value }) =>
    `Ba chữ số đầu của ${value} không phải mã tỉnh. Đối chiếu với thẻ căn cước.`,
  number_sex_differs: () =>
    'Số định danh không khớp giới tính. Xem lại thẻ; nếu thẻ ghi đúng như vậy, giữ nguyên.',
  number_birth_year_differs: ({ details }) =>
    `Số định danh cho biết năm sinh ${details['year']}, khác với tệp. Xem lại thẻ; nếu thẻ ghi đúng như vậy, giữ nguyên.`,
  number_in_file_twice: ({ details }) => `Số định danh trùng với dòng ${details['row']}. Giữ một dòng đúng.`,
  number_of_other_person: ({ details }) =>
    `Số định danh đã thuộc về ${details['name']}. Đối chiếu với thẻ căn cước.`,
  number_in_use_elsewhere: () =>
    'Số định danh đã có trong hệ thống, ngoài phạm vi được giao. Liên hệ cấp tỉnh để đối chiếu.',
  person_in_file_twice: ({ details }) =>
    `Trùng họ tên và ngày sinh với dòng ${details['row']}. Nếu là hai người khác nhau, giữ cả hai.`,
  person_like_registered: ({ details }) =>
    `Gần giống ${details['name']}, sinh ${details['year']}, đã có trong hệ thống. Nếu là hai người khác nhau, giữ dòng này.`,
  person_likely_same: ({ details }) =>
    `Có thể là ${details['name']}, sinh ${details['year']}, ${details['commune']} (giống ${details['percent']}%). Xem kỹ rồi chọn: cùng một người hay người khác.`,
  commune_unknown: ({ value }) =>
    value
      ? `Không có xã "${value}". Ghi tên xã hiện nay hoặc tên cũ.`
      : 'Thiếu tên xã. Ghi tên xã hiện nay hoặc tên cũ.',
  commune_outside: ({ value }) =>
    `Xã "${value}" nằm ngoài phạm vi của lần nhập. Gửi dòng này cho nơi phụ trách.`,
  commune_renamed: ({ value, suggestion }) => `Xã "${value}" nay là ${suggestion}.`,
  commune_ambiguous: ({ value }) => `Có nhiều xã tên "${value}". Ghi thêm tên huyện cũ, hoặc mã xã.`,
  group_unreadable: ({ value }) =>
    `Nhóm đối tượng "${value}" không đọc được. Ghi theo khoản của Điều 5, ví dụ "khoản 6".`,
  group_negated: ({ value }) =>
    `Nhóm "${value}" có chữ phủ định (không, chưa, hết, thôi), nên không rõ thuộc nhóm nào. Chỉ ghi nhóm đang hưởng theo quyết định, ví dụ "khoản 6 Điều 5"; diện hộ ghi ở cột hộ nghèo. Không còn hưởng thì bỏ dòng này.`,
  group_other_article: ({ value }) =>
    `"${value}" không phải một khoản của Điều 5. Hỗ trợ chăm sóc (Điều 20, nay là Điều 17) không nhập qua danh sách này. Nếu người này tự hưởng trợ cấp hằng tháng, ghi khoản của Điều 5; nếu không, bỏ dòng này.`,
  group_of_other_person: ({ value }) =>
    `"${value}" nói về người chăm sóc hoặc người thân, không rõ ai khuyết tật, ai mồ côi. Ghi người khuyết tật hoặc trẻ em ở dòng riêng với nhóm của chính người đó; hỗ trợ chăm sóc không nhập qua danh sách này.`,
  group_needs_level: () => 'Thiếu mức độ khuyết tật. Ghi đặc biệt nặng hoặc nặng theo giấy xác nhận.',
  group_parents_unclear: () =>
    'Chưa rõ hoàn cảnh của cha và mẹ. Ghi rõ, ví dụ "mồ côi cả cha lẫn mẹ" hoặc "bị bỏ rơi".',
  group_basis_unclear: () =>
    'Chưa rõ vì sao đơn thân. Ghi rõ: chưa kết hôn, vợ hoặc chồng đã chết, hoặc vợ hoặc chồng mất tích.',
  group_study_unclear: () =>
    'Danh sách không ghi đang học gì. Ghi rõ theo giấy xác nhận, ví dụ "khoản 2, học phổ thông": phổ thông, giáo dục thường xuyên, học nghề hoặc đại học. Đã thôi học thì bỏ dòng này.',
  group_letter_unclear: ({ value }) =>
    `"${value}" là các nhóm khác nhau tùy nghị định. Ghi nhóm bằng chữ: «từ 75 đến dưới 80, dân tộc thiểu số», «từ đủ 80 tuổi» hoặc «đủ điều kiện vào cơ sở».`,
  group_needs_poor: ({ value, field }) =>
    `Nhóm này chỉ của hộ nghèo, mà ${field === 'group' ? 'ô nhóm' : 'cột diện hộ'} ghi "${value}". Sửa nhóm hoặc diện hộ theo danh sách hộ nghèo của xã.`,
  group_sex_or_age: ({ value, details }) =>
    `Nhóm "${value}" không hợp với tuổi ${details['age']}. Xem lại nhóm hoặc ngày sinh; nếu đúng, giữ nguyên.`,
  level_unreadable: ({ value }) =>
    `Mức độ khuyết tật "${value}" chưa rõ là đặc biệt nặng, nặng hay nhẹ. Xem giấy xác nhận rồi ghi lại; nếu giữ nguyên, mức độ để trống.`,
  disability_type_missing: () => 'Tệp không ghi dạng khuyết tật; dạng khuyết tật để trống.',
  certificate_day_missing: () =>
    'Tệp không ghi ngày cấp giấy xác nhận khuyết tật; ngày này để trống, cần bổ sung theo giấy.',
  certificate_day_unreadable: ({ value }) =>
    `Ngày cấp giấy xác nhận khuyết tật "${value}" không đọc được và sẽ để trống.`,
  certificate_day_impossible: ({ value }) =>
    `Ngày cấp giấy xác nhận khuyết tật ${value} ở tương lai hoặc trước ngày sinh. Sửa theo giấy.`,
  certificate_after_decision: ({ value }) =>
    `Giấy xác nhận khuyết tật cấp ${value}, sau ngày quyết định. Nếu là giấy cấp lại, giữ nguyên; nếu không, sửa ngày theo giấy.`,
  level_without_allowance: () => 'Khuyết tật nhẹ không thuộc nhóm hưởng; chỉ ghi nhận mức độ.',
  poverty_unreadable: ({ value }) => `Diện hộ "${value}" không đọc được và sẽ để trống.`,
  coefficient_unreadable: ({ value }) => `Hệ số "${value}" không đọc được và sẽ để trống.`,
  coefficient_unusual: ({ value }) =>
    `Hệ số ${value} không có trong quy định. Xem lại; nếu quyết định ghi như vậy, giữ nguyên.`,
  amount_unreadable: ({ value }) => `Mức hưởng "${value}" không đọc được và sẽ để trống.`,
  nothing_by_law: () =>
    'Theo thông tin của danh sách và của sổ, luật không cho khoản này trong tháng này. Xem lại nhóm, ngày sinh, mức độ; nếu giữ nguyên, người này không được chi.',
  award_lapsed: ({ details }) =>
    `Theo luật, quyết định này hết hiệu lực chi từ tháng ${day(details['month'])}. Nếu đã có quyết định mới, ghi số, ngày và tháng hưởng của quyết định đó; nếu giữ nguyên, từ tháng đó không chi.`,
  amount_not_by_law: ({ value, details }) =>
    `Mức hưởng trong tệp là ${formatCount(Number(value))} đ; theo luật tháng này là ${formatCount(Number(details['law']))} đ. Hệ thống chi theo luật. Xem lại nhóm, mức độ, ngày sinh; nếu đúng, nhận.`,
  coefficient_not_by_law: ({ value, details }) =>
    `Hệ số trong tệp là ${tenths(value)}; theo luật tháng này là ${tenths(details['law'])}. Hệ thống chi theo luật. Xem lại nhóm, mức độ, ngày sinh; nếu đúng, nhận.`,
  decision_missing: () =>
    'Thiếu số hoặc ngày quyết định: người và hoàn cảnh được ghi nhận, khoản hưởng thì chưa.',
  decision_date_unreadable: ({ value }) => `Ngày quyết định "${value}" không đọc được và sẽ để trống.`,
  decision_date_in_future: ({ value }) => `Ngày quyết định ${value} ở tương lai. Sửa theo quyết định.`,
  first_month_unreadable: ({ value }) => `Tháng bắt đầu hưởng "${value}" không đọc được và sẽ để trống.`,
  first_month_before_decision: ({ value, details }) =>
    `Hưởng từ ${value}, trước tháng ký quyết định (${day(details['month'])}). Chỉ sớm hơn khi quyết định ghi rõ như vậy; giữ nguyên thì các tháng chưa chi sẽ tính truy lĩnh.`,
  first_month_in_future: ({ value }) =>
    `Tháng hưởng ${value} ở tương lai, nên chưa phải người đang hưởng. Sửa tháng theo quyết định.`,
  first_month_before_birth: ({ value }) =>
    `Tháng bắt đầu hưởng ${value} trước ngày sinh. Sửa theo quyết định.`,
  paid_through_unreadable: ({ value }) =>
    `Tháng đã chi "${value}" không đọc được. Ghi tháng cuối đã chi, ví dụ 10/2026; chưa chi tháng nào thì để trống.`,
  paid_through_in_future: ({ value }) =>
    `Tháng đã chi ${value} ở tương lai. Ghi tháng cuối mà danh sách cũ đã chi.`,
  death_unreadable: ({ value }) => `Ngày chết "${value}" không đọc được và sẽ để trống.`,
  death_before_birth: ({ value }) => `Ngày chết ${value} trước ngày sinh. Sửa theo giấy chứng tử.`,
  death_in_future: ({ value }) => `Ngày chết ${value} ở tương lai. Sửa theo giấy chứng tử.`,
  phone_unusual: ({ value }) => `Số điện thoại "${value}" không đủ 10 chữ số.`,
  cell_error: ({ value }) => `Ô chứa lỗi của Excel (${value}). Ghi lại giá trị.`,
  cell_formula: ({ value }) => `Ô là công thức; dùng giá trị đã lưu trong tệp: ${value}.`,
  register_refused: ({ details }) =>
    refusals[String(details['code'])] ?? 'Chưa ghi được dòng này. Xem hồ sơ của người này.',
}

/** Words of the workbooks we hand out. */
export const workbookWords = {
  reasonTitle: 'Lý do chưa ghi được',
  badRowsName: (name: string) => `${name.replace(/\.[^.]+$/, '')} – dòng cần sửa.xlsx`,
  templateName: 'Mẫu nhập người hưởng.xlsx',
  listSheet: 'Danh sách',
  guideSheet: 'Hướng dẫn',
  listTitle: 'DANH SÁCH NGƯỜI ĐANG HƯỞNG TRỢ GIÚP XÃ HỘI',
  choices: {
    sex: ['Nam', 'Nữ'],
    disabilityLevel: ['Đặc biệt nặng', 'Nặng', 'Nhẹ'],
    poverty: ['Hộ nghèo', 'Hộ cận nghèo', 'Không'],
  },
  wrongChoice: 'Chọn một giá trị trong danh sách.',
  guide: [
    ['Cột', 'Bắt buộc', 'Cách ghi'],
    ['Họ và tên', 'Có', 'Như trên giấy tờ, dùng bảng mã Unicode.'],
    ['Giới tính', 'Có', 'Nam hoặc Nữ.'],
    ['Ngày sinh', 'Có', 'Ngày/tháng/năm, ví dụ 12/03/1938. Chỉ biết năm thì ghi 1938.'],
    ['Số định danh', 'Không', '12 chữ số, giữ số 0 ở đầu. Số CMND cũ có 9 chữ số ghi cùng cột này.'],
    ['Xã, phường', 'Không', 'Tên hiện nay hoặc tên cũ. Để trống khi cả tệp là của một xã.'],
    ['Thôn, tổ dân phố', 'Không', 'Tên thôn hoặc tổ dân phố.'],
    ['Dân tộc', 'Không', 'Tên dân tộc.'],
    ['Số điện thoại', 'Không', '10 chữ số.'],
    [
      'Nhóm đối tượng',
      'Không',
      'Khoản của Điều 5, ví dụ "khoản 6" hoặc "điểm a khoản 5"; hoặc "Hưu trí xã hội".',
    ],
    ['Mức độ khuyết tật', 'Khi là khoản 6', 'Đặc biệt nặng, Nặng hoặc Nhẹ.'],
    ['Dạng khuyết tật', 'Không', 'Vận động; nghe, nói; nhìn; thần kinh, tâm thần; trí tuệ; khác.'],
    ['Ngày cấp giấy xác nhận khuyết tật', 'Không', 'Ngày/tháng/năm, theo giấy.'],
    ['Hộ nghèo, cận nghèo', 'Không', 'Hộ nghèo, Hộ cận nghèo hoặc Không.'],
    ['Hệ số', 'Không', 'Ví dụ 1,5.'],
    ['Số quyết định', 'Không', 'Thiếu số và ngày quyết định thì chưa mở khoản hưởng.'],
    ['Ngày quyết định', 'Không', 'Ngày/tháng/năm.'],
    ['Hưởng từ tháng', 'Không', 'Tháng/năm, ví dụ 10/2024.'],
    [
      'Đã chi đến hết tháng',
      'Không',
      'Tháng cuối đã chi theo danh sách cũ, ví dụ 10/2026; hệ thống chi từ tháng sau và không truy lĩnh các tháng trước. Để trống thì mọi tháng chưa chi ở đây được truy lĩnh. Cả tệp như nhau thì ghi một lần ở bước Tác động.',
    ],
  ],
} as const

/** Sentences that could be of any column; all others say themselves what they are about. */
const ofAnyColumn: ReadonlySet<FindingCode> = new Set([
  'name_old_encoding',
  'birth_from_serial',
  'number_rounded',
  'number_province_unknown',
  'cell_error',
  'cell_formula',
])

/** The column that is named before the sentence of a finding, where the sentence leaves it open. */
export function columnBefore({ code, field }: ImportFinding): string | undefined {
  return field !== null && ofAnyColumn.has(code) ? fieldNames[field] : undefined
}

/** The sentence for a finding, with the column it stands in where that is not said. */
export function explainFinding(finding: ImportFinding): string {
  const words = findingWords[finding.code](finding)
  const column = columnBefore(finding)
  return column === undefined ? words : `${column}: ${words}`
}
