import { formatCount, formatDate } from '#kernel/written'
import { groupsTogether } from '#modules/entitlement/contract'
import type { Words } from './words.ts'
import type { NewGroup, PovertyLevel } from './scenario.ts'

const money = (amount: number | string | null) => `${formatCount(Number(amount))} đ`
const coefficient = (value: number | string | null) =>
  (Number(value) / 10).toLocaleString('vi-VN', { minimumFractionDigits: 1 })
const age = (months: number | string | null) =>
  Number(months) % 12 === 0 ? `${Number(months) / 12} tuổi` : `${months} tháng tuổi`
const households: Readonly<Record<PovertyLevel, string>> = {
  poor: 'hộ nghèo',
  poor_or_near_poor: 'hộ nghèo, hộ cận nghèo',
  any: 'mọi hộ',
}
const modes: Readonly<Record<string, string>> = {
  full: 'được cả hưu trí xã hội',
  difference: 'chỉ được phần chênh lệch',
}
const degrees = { exceptionally_severe: 'đặc biệt nặng', severe: 'nặng', mild: 'nhẹ' } as const

/** What a group asks of people: «từ đủ 70 tuổi, hộ nghèo, không lương hưu». */
function askedBy({ fromAge, belowAge, poverty, disability, inDifficultArea, withoutPension }: NewGroup) {
  return [
    ...(fromAge === null ? [] : [`từ đủ ${fromAge} tuổi`]),
    ...(belowAge === null ? [] : [`dưới ${belowAge} tuổi`]),
    ...(poverty === 'any' ? [] : [households[poverty]]),
    ...(disability.length === 0
      ? []
      : [`khuyết tật ${disability.map((degree) => degrees[degree]).join(' hoặc ')}`]),
    ...(inDifficultArea ? ['ở xã, thôn đặc biệt khó khăn'] : []),
    ...(withoutPension ? ['không lương hưu, trợ cấp bảo hiểm xã hội'] : []),
  ].join(', ')
}

export const wordsVi: Words = {
  change: ({ change, before, name }) => {
    switch (change.kind) {
      case 'standard':
        return `Mức chuẩn trợ giúp xã hội của tỉnh: ${money(before)} → ${money(change.value)}`
      case 'social_pension':
        return `Mức hưu trí xã hội: ${money(before)} → ${money(change.value)}`
      case 'coefficient':
        return `Hệ số «${name?.vi ?? change.rule}»: ${coefficient(before)} → ${coefficient(change.value)}`
      case 'age':
        return `Mốc tuổi${change.whose === 'child' ? ' của con' : ''} của nhóm «${name?.vi ?? change.group}»: ${age(before)} → ${age(change.to)}`
      case 'poverty':
        return `Điều kiện hộ của nhóm «${name?.vi ?? change.group}»: ${households[before as PovertyLevel]} → ${households[change.to]}`
      case 'small_pension':
        return `Người có lương hưu thấp hơn hưu trí xã hội: ${modes[String(before)]} → ${modes[change.to]}`
      case 'without':
        return `Bỏ nhóm «${name?.vi ?? change.group}»`
      case 'new_group':
        return `Thêm nhóm của tỉnh «${change.name}»: ${askedBy(change)}; hệ số ${coefficient(change.coefficient)}`
    }
  },
  flag: (flag) => {
    switch (flag.code) {
      case 'uncertain_source':
        return `Chưa đọc được nguyên văn của căn cứ hiện hành (${flag.cite.text}). Đối chiếu văn bản gốc trước khi trình.`
      case 'social_pension_apart':
        return `Hưu trí xã hội giữ ${money(flag.value)}, không theo mức chuẩn của tỉnh. Nếu muốn cùng mức, thêm thay đổi «Mức hưu trí xã hội».`
      case 'small_pension_uncertain':
        return 'Người có lương hưu thấp được cả hưu trí xã hội hay chỉ phần chênh lệch chưa rõ trong Nghị định 176/2025; số ở đây tính theo cách hệ thống đang áp dụng.'
      case 'central_overtakes':
        return `Từ ${formatDate(flag.month)} mức chuẩn chung cả nước là ${money(flag.value)}, không thấp hơn mức đề xuất. Từ tháng đó đề xuất không còn làm tăng chi; ${flag.isDeducted ? 'chi cả năm ở đây chỉ tính các tháng trước đó.' : 'chi cả năm ở đây chưa trừ phần này.'}`
      case 'other_law_by_start':
        return `Đến tháng bắt đầu, luật áp dụng là ${flag.law.vi}; số ở đây tính theo luật của tháng lấy số liệu.`
      case 'register_incomplete':
        return `Số mới đủ điều kiện chỉ đếm trong ${formatCount(flag.people)} người có trong sổ; người chưa được ghi nhận không tính được, nên đây là mức thấp nhất.`
      case 'communes_hidden':
        return 'Không hiện thay đổi theo từng xã, vì có thể làm lộ tình trạng sức khỏe của người ở đó.'
    }
  },
  refusal: ({ code, details: d }) => {
    switch (code) {
      case 'month_before_law':
        return `Chưa tính được tháng này: hệ thống chỉ có luật từ ${formatDate(String(d['first']))}. Chọn tháng từ đó trở đi.`
      case 'month_to_come':
        return 'Tháng này chưa đến nên sổ chưa có số liệu. Chọn tháng này hoặc một tháng đã qua; tháng bắt đầu thì có thể ở tương lai.'
      case 'starts_before_base':
        return `Tháng bắt đầu ở trước tháng lấy số liệu (${formatDate(String(d['month']))}). Chọn tháng bắt đầu từ ${formatDate(String(d['month']))}, hoặc lấy số liệu của tháng sớm hơn.`
      case 'below_central':
        return `Mức này thấp hơn mức chuẩn chung ${money(d['floor']!)} (${d['place']}). Tỉnh chỉ được quy định bằng hoặc cao hơn. Nhập từ ${money(d['floor']!)} trở lên.`
      case 'below_social_pension':
        return `Mức này thấp hơn mức hưu trí xã hội của Chính phủ, ${money(d['floor']!)} (${d['place']}). Tỉnh chỉ được quy định bằng hoặc cao hơn. Nhập từ ${money(d['floor']!)} trở lên.`
      case 'no_social_pension':
        return 'Tháng lấy số liệu chưa có hưu trí xã hội; chế độ này bắt đầu từ 07/2025. Chọn tháng từ 07/2025, hoặc bỏ thay đổi này.'
      case 'amount_not_whole':
        return `Nhân với hệ số ${coefficient(d['coefficient']!)} thì số tiền lẻ dưới một đồng, mà luật không nói làm tròn thế nào. Chọn mức chia hết cho 10 đồng.`
      case 'rule_unknown':
        return 'Luật của tháng lấy số liệu không có mức này. Chọn lại một mức trong danh sách.'
      case 'group_unknown':
        return 'Luật của tháng lấy số liệu không có nhóm này. Chọn lại một nhóm trong danh sách.'
      case 'boundary_unknown':
        return `Nhóm «${d['group']}» không có mốc ${age(d['months']!)}. Chọn lại một mốc tuổi của nhóm.`
      case 'age_crosses':
        return `Mốc mới vượt qua hoặc trùng một mốc khác của nhóm «${d['group']}» (${age(d['other']!)}), nên có đoạn tuổi không ai thuộc về. Chọn tuổi chưa chạm mốc đó, hoặc dời mốc kia trước.`
      case 'no_poverty_condition':
        return `Nhóm «${d['group']}» không xét hộ nghèo nên không có gì để đổi. Chọn nhóm khác.`
      case 'changed_twice':
        return 'Nội dung này đã được đổi ở trên. Hai thay đổi về một điều trái nhau; bỏ một trong hai.'
      case 'group_for_everybody':
        return 'Nhóm này chưa có điều kiện nào nên mọi người dân đều thuộc về. Đặt ít nhất một điều kiện về tuổi, hộ, khuyết tật, địa bàn hoặc lương hưu.'
      case 'ages_exclude_everybody':
        return `Không ai vừa từ đủ ${d['fromAge']} tuổi vừa dưới ${d['belowAge']} tuổi. Đổi một trong hai tuổi.`
      case 'others_refer_to_it':
        return `Chưa bỏ được nhóm «${d['group']}» vì quy định khác còn dẫn tới nó: ${d['others']}. Bỏ hoặc đổi các nhóm đó trước, hoặc hạ hệ số thay vì bỏ nhóm.`
      case 'unsound':
        return `Các thay đổi này ghép lại thành bộ quy tắc không nhất quán (${d['fault']}). Bỏ bớt từng thay đổi để tìm chỗ vướng.`
    }
  },
  assumptions: ({ month: base, takeUp, knownOn }) => [
    `Số người, tuổi và hoàn cảnh giữ nguyên như tháng ${formatDate(base)}; cả năm là 12 tháng đầu như vậy, không kể tháng đề xuất không còn tác dụng.`,
    'Chi của tháng tính theo thông tin đã biết đến lúc chốt số liệu, kể cả thông tin đến sau khi lập danh sách; vì vậy có thể khác số «Hằng tháng» của danh sách chi trả đã lập cho tháng này.',
    `Người đang hưởng được tính theo quyết định đang có hiệu lực; không tính truy lĩnh, chi phí chi trả và thẻ bảo hiểm y tế.`,
    `Người mới đủ điều kiện được tính riêng, với giả định ${takeUp}% nộp hồ sơ.`,
    'Vợ chồng cùng có quyền về nuôi con nhỏ chỉ được tính một suất, là suất cao hơn.',
    `Luật và thông tin theo hiểu biết đến ${formatDate(knownOn)}; mức chuẩn chung cả nước có hiệu lực sau ngày đó không được tính.`,
  ],
  group: ({ id, name }) => (id === 'together' ? groupsTogether.vi : name.vi),
  age: ({ from, below }) =>
    below === null
      ? `từ đủ ${from} tuổi`
      : from === 0
        ? `dưới ${below} tuổi`
        : `từ đủ ${from} đến dưới ${below} tuổi`,
  sex: { female: 'Nữ', male: 'Nam' },
  household: { poor: 'Hộ nghèo', near_poor: 'Hộ cận nghèo', other: 'Hộ khác' },
  withheld: 'không hiện',
}
