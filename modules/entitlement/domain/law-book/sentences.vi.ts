import { supplementedTerritories } from '../../law/support/province.ts'
import { phrasesVi } from '../words.vi.ts'
import { bookWordsFrom } from './sentences.ts'

const territories: Readonly<Record<string, string>> = {
  central: 'trung ương',
  'vinh-phuc': 'địa bàn tỉnh Vĩnh Phúc cũ',
  elsewhere: 'một tỉnh khác',
}

/** Sentences of the law book in Vietnamese. */
export const bookWordsVi = bookWordsFrom(phrasesVi, {
  chapter: {
    amounts: 'Mức chuẩn và mức hưởng',
    combination: 'Cách tính khi có nhiều quyền lợi',
    exclusions: 'Trường hợp không được hưởng',
    procedure: 'Trình tự: từ tháng nào, trong bao lâu',
  },
  territory: (id) => territories[id] ?? supplementedTerritories.get(id)?.vi ?? `địa bàn ${id}`,
  notInGroup: (group) => `không thuộc nhóm «${group}»`,
  oneOf: 'thuộc một trong các trường hợp',
  allOf: 'đồng thời',
  noneOf: 'không thuộc trường hợp nào sau đây',
  notAllOf: 'không phải đồng thời',
  coefficient: (coefficient) => `hệ số ${coefficient}`,
  counted: (what) => `Hệ số nhân với số người được tính: ${what}.`,
  times: (coefficient, isPension) =>
    `${coefficient} lần ${isPension ? 'mức hưu trí xã hội' : 'mức chuẩn trợ giúp xã hội'}`,
  floor: (what) => `ít nhất ${what}`,
  realCost: (least) => `theo chi phí thực tế, ít nhất ${least}`,
  riceEach: (kilograms, months) => `${kilograms} kg gạo mỗi người mỗi tháng, tối đa ${months} tháng mỗi đợt`,
  daily: (rate, months) => `${rate} mỗi ngày, tối đa ${months} tháng`,
  topUp: (to) => `phần còn thiếu để đủ ${to} mỗi tháng`,
  forMonths: (what, months) => `${what}, tối đa ${months} tháng`,
  notAwarded: 'chưa có quyết định hưởng nào',
  recorded: (what) => `chỉ ghi nhận, hỗ trợ theo pháp luật khác: ${what}`,
  decided: (procedure) => `Giải quyết: ${procedure}`,
  grows: 'Khi mức tăng trong tháng, mức mới áp dụng ngay từ tháng đó.',
  shrinks: 'Khi mức giảm trong tháng, tháng đó vẫn theo mức cũ; mức mới áp dụng từ tháng sau.',
  sinceMonth: (month) => `từ tháng ${month}`,
  monthThrough: (from, through) => `từ tháng ${from} đến tháng ${through}`,
  overtaken: (used) => `thấp hơn trung ương, nên áp dụng ${used}`,
  smallPension: {
    full: 'Người có lương hưu hoặc trợ cấp bảo hiểm xã hội thấp hơn mức hưu trí xã hội vẫn hưởng đủ mức hưu trí xã hội.',
    difference:
      'Người có lương hưu hoặc trợ cấp bảo hiểm xã hội thấp hơn mức hưu trí xã hội chỉ hưởng phần chênh lệch.',
  },
  meritoriousOverlap: {
    highest:
      'Người đang hưởng trợ cấp ưu đãi người có công chỉ hưởng mức cao hơn giữa khoản đó và trợ cấp xã hội hằng tháng.',
    both: 'Người đang hưởng trợ cấp ưu đãi người có công vẫn hưởng trợ cấp xã hội hằng tháng.',
  },
  highest: 'Người thuộc nhiều nhóm của một chế độ chỉ hưởng một mức cao nhất.',
  together: (group) =>
    `Người thuộc nhóm «${group}» đồng thời thuộc một trong các nhóm sau thì hưởng cả hai khoản.`,
  togetherWith: (group) => `cùng với «${group}»`,
  higherOf: (one, other, kept) =>
    `Người đủ điều kiện cả ${one} và ${other} chỉ hưởng chế độ cao hơn; nếu bằng nhau thì giữ ${kept}.`,
  converts:
    'người không đủ điều kiện hưởng chế độ đó theo quy định trước, trong tháng trước khi văn bản có hiệu lực',
  oneAMonth: (benefit, against) =>
    `Chuyển giữa ${benefit} và ${against} trong tháng: tháng đó chỉ trả chế độ đang hưởng khi tháng bắt đầu; chưa hưởng chế độ nào thì trả ${benefit}.`,
  added: (benefits) => `Được cộng thêm, không so với khoản khác: ${benefits}.`,
  shutOut: (benefit) => `không được hưởng ${benefit}`,
  start: 'Được hưởng từ tháng người có thẩm quyền ký quyết định, trừ nhóm có quy định riêng.',
  startOfAge: (group, years) => `«${group}»: được hưởng từ tháng đủ ${years} tuổi.`,
  startOfCertificate: (group) => `«${group}»: được hưởng từ tháng cấp giấy xác nhận khuyết tật.`,
  adjust: {
    month_of_change: 'Mức mới áp dụng từ tháng có thay đổi.',
    month_after: 'Mức mới áp dụng từ tháng sau tháng có thay đổi.',
  },
  stop: 'Thôi hưởng từ tháng sau tháng không còn đủ điều kiện.',
  workingDays: (days) => `Thời hạn giải quyết: ${days} ngày làm việc kể từ ngày nhận đủ hồ sơ.`,
  came: (what) => `thêm: ${what}`,
  went: (what) => `bỏ: ${what}`,
  replaced: (before, after) => `trước: ${before} → nay: ${after}`,
  inBand: (band) => `mức «${band}»`,
  changeKind: {
    added: 'Mới có',
    ended: 'Không còn',
    changed: 'Thay đổi',
    cited: 'Chỉ đổi căn cứ, nội dung giữ nguyên',
  },
  nothingChanged: 'Luật không có gì khác giữa hai ngày này.',
  noLaw: (day) => `Hệ thống không có quy định cho ngày ${day}; quy định sớm nhất là từ 01/01/2015.`,
  onDay: (day, law) => `Luật ngày ${day}: ${law}`,
  reachingBack: (then, law, from) =>
    `${then}; mức và nhóm của ${law} áp dụng trở lại từ tháng ${from} cho người đang hưởng`,
  retroactive: (inForce) =>
    `Ngày này ở trước khi văn bản có hiệu lực (${inForce}); văn bản áp dụng trở lại cho người đang hưởng.`,
  born: (text) => `sinh ${text}`,
  died: (day) => `chết ngày ${day}`,
  children: (count, all) => `nuôi ${count} con (${all})`,
  child: (born, isStudying, continued) =>
    `sinh ${born}${isStudying ? ', đang học' : ''}${continued ? ', đã được tính đến 16 tuổi' : ''}`,
  changed: (day, facts) => `từ ${day}: ${facts}`,
  awardedOnly: (benefits) => `đã có quyết định: ${benefits}`,
  monthly: (name, amount) => `${name} ${amount}/tháng`,
  lives: (territory) => `ở ${territory}`,
})
