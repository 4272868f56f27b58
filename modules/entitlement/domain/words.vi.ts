import { formatDate } from '#kernel/written'
import { eventPhrasesVi } from './event-words.vi.ts'
import type { Phrases } from './phrases.ts'
import { wordsFrom } from './words.ts'

const parent = {
  alive_available: 'còn sống và có thể nuôi con',
  dead: 'đã chết',
  unidentified: 'không xác định được',
  missing_declared: 'bị tuyên bố mất tích',
  in_facility: 'đang ở cơ sở trợ giúp xã hội',
  detained: 'đang chấp hành án phạt tù hoặc biện pháp bắt buộc',
} as const

const age = (years: number, months: number) =>
  months === 0 ? `${years} tuổi` : years === 0 ? `${months} tháng tuổi` : `${years} tuổi ${months} tháng`

export const phrasesVi: Phrases = {
  locale: 'vi-VN',
  pick: ({ vi }) => vi,
  day: formatDate,
  month: formatDate,
  benefit: {
    monthly_allowance: 'trợ cấp xã hội hằng tháng',
    social_pension: 'trợ cấp hưu trí xã hội',
    care_support: 'kinh phí nhận chăm sóc, nuôi dưỡng',
    parenting_support: 'kinh phí chăm sóc khi mang thai, nuôi con nhỏ',
    facility_care: 'trợ cấp nuôi dưỡng tại cơ sở',
  },
  component: {
    allowance: 'Trợ cấp xã hội hằng tháng',
    single_parent: 'Trợ cấp người đơn thân nghèo nuôi con',
    social_pension: 'Trợ cấp hưu trí xã hội',
    care: 'Kinh phí nhận chăm sóc, nuôi dưỡng',
    parenting: 'Kinh phí chăm sóc khi mang thai, nuôi con nhỏ',
    nursing: 'Trợ cấp nuôi dưỡng tại cơ sở trợ giúp xã hội',
  },
  outcome: {
    paid: 'được hưởng',
    not_highest: 'đủ điều kiện, nhưng chỉ hưởng một mức cao nhất',
    gave_way: 'đủ điều kiện, nhưng chế độ khác cao hơn hoặc bằng',
    waits: 'không cùng hưởng trong một tháng: tháng này đã được chi trả chế độ khác',
    below_meritorious: 'đủ điều kiện, nhưng trợ cấp ưu đãi người có công đang hưởng không thấp hơn',
    not_awarded: 'đủ điều kiện, nhưng chưa có quyết định hưởng',
    lapsed: 'đủ điều kiện trở lại, nhưng cần quyết định mới',
    suspended: 'đủ điều kiện, nhưng đang tạm dừng theo quyết định',
    excluded: 'thuộc trường hợp không được hưởng',
    refused: 'chưa đủ điều kiện',
  },
  certainty: {
    verified: 'Đã đối chiếu văn bản',
    knowledge: 'Theo hiểu biết chung',
    uncertain: 'Cần xác nhận',
  },
  convention: {
    C1: 'Nghị định 335/2026/NĐ-CP có hiệu lực từ 05/10/2026; người đang hưởng được tính mức mới từ tháng 07/2026.',
    C2: 'Mức chuẩn của tỉnh được áp dụng trong địa bàn cũ cho đến khi có mức khác hoặc mức trung ương cao hơn.',
    C5: 'Trong tháng 10/2026, thay đổi trước ngày 05/10 theo quy định cũ, từ ngày 05/10 theo quy định mới.',
    C6: 'Đủ 75 tuổi trong các tháng 07–09/2026: hưởng mức mới ngay từ tháng đủ 75 tuổi.',
    'C5-C6':
      'Đủ 75 tuổi từ 01 đến 04/10/2026: mức mới từ tháng 11/2026 như mọi thay đổi trước ngày 05/10, dù ai đủ 75 tuổi trong tháng 09 hoặc từ ngày 05/10 được hưởng ngay tháng đó.',
    C7: 'Một con thôi được tính: tháng đó vẫn theo mức cũ, từ tháng sau theo mức mới.',
    C9: 'Chỉ biết năm hoặc tháng sinh: tính từ ngày đầu của năm hoặc tháng đó.',
    C10: 'Sinh ngày 29/02: năm không nhuận thì đủ tuổi vào ngày 01/03.',
    C12: 'Khoản 4 không bị coi là thu nhập ổn định của khoản 8: hưởng cả hai.',
    C13: 'Người phụng dưỡng chuyển sang hưu trí xã hội vẫn được coi là đang hưởng trợ cấp hằng tháng.',
    C14: 'Trẻ em khoản 1 khuyết tật đặc biệt nặng được nhận nuôi: một khoản kinh phí, mức cao hơn.',
    C20: 'Vào hoặc rời cơ sở trong tháng: tháng đó chi trả chế độ đang hưởng từ đầu tháng; đủ 4 tuổi thì mức nuôi dưỡng giảm từ tháng sau.',
    WITHIN: 'Quyền bắt đầu và kết thúc trong cùng một tháng: được hưởng tháng đó.',
    'SP-03': 'Lương hưu hoặc trợ cấp BHXH thấp hơn mức hưu trí xã hội: hưởng đủ mức hưu trí xã hội.',
    '12': 'Cha và mẹ đều không xác định được: khoản 1 Điều 5 không có điểm riêng, chỉ được hưởng theo điểm a. Trẻ bị bỏ rơi và chưa có người nhận làm con nuôi thì ghi «bị bỏ rơi» để đủ điều kiện.',
    NCC: 'Hưởng đồng thời với trợ cấp ưu đãi người có công: cần người có thẩm quyền xem lại.',
  },
  fact: {
    sex: { name: 'giới tính', values: { female: 'nữ', male: 'nam' } },
    household: {
      name: 'hộ gia đình',
      values: { poor: 'hộ nghèo', near_poor: 'hộ cận nghèo', other: 'không thuộc hộ nghèo, hộ cận nghèo' },
    },
    disability: {
      name: 'mức độ khuyết tật',
      values: {
        exceptionally_severe: 'đặc biệt nặng',
        severe: 'nặng',
        mild: 'nhẹ',
        none: 'không có giấy xác nhận',
      },
    },
    father: { name: 'người cha', values: parent },
    mother: { name: 'người mẹ', values: parent },
    singleParent: {
      name: 'người đơn thân',
      values: {
        no: 'không phải',
        never_married: 'chưa kết hôn',
        spouse_dead: 'vợ/chồng đã chết',
        spouse_missing: 'vợ/chồng bị tuyên bố mất tích',
      },
    },
    obligor: {
      name: 'người có nghĩa vụ và quyền phụng dưỡng',
      values: { present: 'có', none: 'không có', on_allowance: 'có, nhưng cũng đang hưởng trợ cấp xã hội' },
    },
    facility: {
      name: 'ở cơ sở trợ giúp xã hội',
      values: {
        none: 'không',
        A: 'đối tượng bảo trợ xã hội',
        B: 'cần bảo vệ khẩn cấp',
        C: 'theo luật xử lý vi phạm hành chính',
        D: 'tự nguyện, tự trả chi phí',
      },
    },
    care: {
      name: 'người chăm sóc',
      values: {
        none: 'không có',
        own_household: 'hộ gia đình của mình',
        taken_in: 'hộ hoặc người nhận nuôi theo quyết định',
      },
    },
  },
  flag: {
    inDifficultArea: {
      yes: 'ở xã, thôn đặc biệt khó khăn vùng dân tộc thiểu số và miền núi',
      no: 'không ở xã, thôn đặc biệt khó khăn',
    },
    abandoned: { yes: 'bị bỏ rơi, chưa có người nhận làm con nuôi', no: 'không bị bỏ rơi' },
    hiv: { yes: 'nhiễm HIV', no: 'không ghi nhận nhiễm HIV' },
    isStudying: { yes: 'đang học', no: 'không đang học' },
    wasChildWithoutSupport: {
      yes: 'đã hưởng theo khoản 1 Điều 5 đến khi đủ 16 tuổi',
      no: 'chưa từng hưởng theo khoản 1 Điều 5',
    },
    isPregnant: { yes: 'đang mang thai', no: 'không mang thai' },
    facilityEligibleInCommunity: {
      yes: 'đủ điều kiện vào cơ sở nhưng được nhận chăm sóc tại cộng đồng',
      no: 'không thuộc diện vào cơ sở mà được chăm sóc tại cộng đồng',
    },
    hasWage: { yes: 'có tiền lương, tiền công', no: 'không có tiền lương, tiền công' },
    spouseHasParentingSupport: {
      yes: 'vợ hoặc chồng đang hưởng suất này',
      no: 'vợ hoặc chồng chưa hưởng suất này',
    },
    servesSentence: { yes: 'đang chấp hành án phạt tù', no: 'không chấp hành án phạt tù' },
  },
  amount: {
    pension: 'lương hưu',
    socialInsurance: 'trợ cấp bảo hiểm xã hội hằng tháng',
    meritorious: 'trợ cấp ưu đãi người có công',
  },
  or: ' hoặc ',
  and: '; ',
  not: (what) => `không thuộc trường hợp: ${what}`,
  lostParents: {
    requirement: 'thuộc một trong các điểm a–l khoản 1 Điều 5',
    point: (point, how) => `điểm ${point}: ${how}`,
    father: (is) => `người cha ${is}`,
    mother: (is) => `người mẹ ${is}`,
    is: parent,
    both: (are) => `cả cha và mẹ ${are}`,
    oneAndOther: (one, other) => `một người ${one}, người kia ${other}`,
    bothUnknown: 'cha và mẹ không cùng thuộc diện không xác định được',
  },
  oneOf: 'thuộc một trong các trường hợp sau',
  noneOf: 'không thuộc trường hợp nào sau đây',
  anyOf: (what) => `một trong các trường hợp: ${what}`,
  ageFrom: (years, months) => `từ đủ ${age(years, months)}`,
  ageBelow: (years, months) => `dưới ${age(years, months)}`,
  age: (years, months, reached) => `${age(years, months)}${reached ? `, đủ tuổi ngày ${reached}` : ''}`,
  event: eventPhrasesVi,
  livesIn: (label) => `ở ${label}`,
  livesElsewhere: 'ở nơi khác',
  atLeast: (count, children) => `đang nuôi từ ${count} ${children}`,
  counted: (found, born) =>
    found === 0
      ? 'không có con nào thuộc diện này'
      : `có ${found} con thuộc diện này (sinh ${born.join(', ')})`,
  inGroup: (label) => `thuộc nhóm «${label}»`,
  noAmount: (names) => `không có ${names}`,
  amountBelow: (names, limit, isSocialPension) =>
    `không có ${names}, hoặc có nhưng thấp hơn ${isSocialPension ? 'mức hưu trí xã hội ' : ''}${limit}`,
  hasAmount: (names) => `có ${names}`,
  amountFrom: (names, limit) => `có ${names} từ ${limit}`,
  amountIs: (value) => `đang hưởng ${value}/tháng`,
  private: 'điều kiện riêng tư đã được xác nhận',
  units: (coefficient, units, standard, amount) =>
    `${coefficient} × ${units > 1 ? `${units} × ` : ''}${standard} = ${amount}`,
  refused: (requirement, found, month) =>
    `dừng ở điều kiện «${requirement}»${found ? ` – hiện tại: ${found}` : ''}${month ? ` · sớm nhất ${month}` : ''}`,
  lapsed: (month) =>
    `đã thôi đủ điều kiện từ tháng ${month}; nay đủ điều kiện trở lại, muốn hưởng lại cần quyết định mới`,
  suspended: (month) =>
    `đủ điều kiện, nhưng đang tạm dừng từ tháng ${month}; khi có quyết định tiếp tục thì được truy lĩnh từ tháng đó`,
  highest: (kept, over) => `Chỉ hưởng một mức cao nhất: ${kept}; không tính thêm: ${over}.`,
  together: (kept) =>
    `Được hưởng cả hai vì là người đơn thân nghèo nuôi con đồng thời thuộc khoản 5, 6 hoặc 8: ${kept}.`,
  higherBenefit: (kept, keptAmount, lost, lostAmount) =>
    `Chỉ hưởng chế độ cao hơn: ${kept} ${keptAmount}, không phải ${lost} ${lostAmount}.`,
  oneAMonth: (kept, waits, isNew) =>
    isNew
      ? `Một tháng không hưởng cả hai: đầu tháng chưa hưởng chế độ nào, nên tháng này chi trả ${kept}, không chi trả ${waits}.`
      : `Một tháng không hưởng cả hai: tháng này chi trả ${kept} đang hưởng từ đầu tháng, ${waits} từ tháng sau.`,
  belowMeritorious: (amount) =>
    `Trợ cấp ưu đãi người có công đang hưởng (${amount}) không thấp hơn, nên không hưởng thêm trợ cấp xã hội.`,
  added: (benefits) => `Được cộng thêm, vì là khoản cho việc chăm sóc: ${benefits}.`,
  timing: {
    level_of_start: (benefit) =>
      `Thay đổi trong tháng có hiệu lực từ tháng sau, nên ${benefit} tháng này theo mức cũ.`,
    stops_next_month: (benefit) =>
      `Thôi đủ điều kiện trong tháng: ${benefit} dừng từ tháng sau, tháng này vẫn được hưởng.`,
    grows_at_once: (benefit) => `Mức hưởng tăng trong tháng: ${benefit} theo mức mới ngay từ tháng này.`,
    shrinks_next_month: (benefit) => `Mức hưởng giảm trong tháng: ${benefit} giảm từ tháng sau.`,
    begins_and_ends: (benefit) =>
      `Đủ rồi thôi đủ điều kiện trong tháng: ${benefit} được hưởng riêng tháng này.`,
    starts: (benefit) => `Đủ điều kiện trong tháng này: ${benefit} được tính từ tháng này.`,
  },
  regime: (label, month, from) => `Tháng ${month} tính theo ${label}, áp dụng từ tháng ${from}.`,
  retroactive: (inForce, from) =>
    `Văn bản có hiệu lực từ ${inForce} nhưng người đang hưởng được tính lại từ tháng ${from}.`,
  noRegime: (month) => `Hệ thống không có quy định cho tháng ${month}.`,
  standard: (used, central, provincial) =>
    provincial
      ? `Mức chuẩn ${used}: mức cao hơn giữa trung ương ${central} và tỉnh ${provincial}.`
      : `Mức chuẩn ${used} của trung ương.`,
  since: (month) => `đủ điều kiện từ ${month}`,
  paidSince: (month) => `hưởng từ ${month}`,
  inMonth: (month) => `tháng ${month}`,
  before: (month) => `trước tháng ${month}`,
  starts: {
    month_of_decision: 'chi trả từ tháng có quyết định',
    month_of_age: 'chi trả từ tháng đủ tuổi',
    month_of_certificate: 'chi trả từ tháng cấp giấy xác nhận khuyết tật',
  },
  until: (month) => (month ? `đến hết tháng ${month}` : 'chưa biết ngày hết: hưởng khi còn đủ điều kiện'),
  endsWith: (condition) => `sau đó không còn «${condition}»`,
  endsBy: { death: 'người hưởng đã mất', law: 'sau đó luật không còn nhóm này' },
  source: sourceVi,
  entitled: (total, sum) => `ĐƯỢC HƯỞNG ${total}/tháng${sum ? ` = ${sum}` : ''}`,
  notEntitled: 'CHƯA ĐƯỢC HƯỞNG khoản nào trong tháng này',
  headings: {
    law: 'Văn bản và mức chuẩn',
    granted: 'Được hưởng',
    combined: 'Cách tính chung',
    others: 'Chưa được hưởng',
    conventions: 'Cần xác nhận',
  },
}

/** Open questions have a number, or a code by which other papers know them. */
function questionName(number: string): string {
  return /^\d/.test(number) ? `câu ${number}` : `câu hỏi mã ${number}`
}

function sourceVi(place: string, document: string): string {
  if (document.startsWith('docs/')) return `${questionName(place)} trong danh sách cần xác nhận`
  const [amended, amending] = document.split(' được sửa đổi bởi ')
  // An article of the amending decree is named before it; the one it amends follows.
  if (amended && amending && place.endsWith(` của ${amending}`))
    return `${place.slice(0, -` của ${amending}`.length)} ${documentVi(amending)} (sửa đổi ${documentVi(amended)})`
  return document.startsWith('Nghị quyết của') ? `${place}, ${document}` : `${place} ${documentVi(document)}`
}

function documentVi(document: string): string {
  if (document.includes('/NĐ-CP')) return `Nghị định ${document}`
  if (document.includes('/QH')) return `Luật ${document}`
  if (document.includes('/TTLT-')) return `Thông tư liên tịch ${document}`
  return document.includes('/TT-') ? `Thông tư ${document}` : document
}

/** Sentences of explanations in Vietnamese. */
export const wordsVi = wordsFrom(phrasesVi)
