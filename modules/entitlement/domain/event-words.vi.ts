import type { EventPhrases } from './event-words.ts'

export const eventPhrasesVi: EventPhrases = {
  kind: {
    hunger: 'Thiếu đói',
    home: 'Nhà ở bị thiệt hại',
    injury: 'Bị thương',
    death: 'Chết hoặc mất tích',
    parents_lost: 'Trẻ em mất cả cha và mẹ',
    livelihood: 'Mất người lao động chính hoặc tư liệu sản xuất',
    temporary_care: 'Chăm sóc tạm thời',
    admission: 'Tiếp nhận vào cơ sở',
    spending: 'Chi của cơ sở',
  },
  choice: {
    cause: {
      name: 'nguyên nhân',
      values: {
        other: 'nguyên nhân khác hoặc chưa rõ',
        new_year: 'Tết âm lịch',
        disaster: 'thiên tai, thảm họa',
        fire: 'hỏa hoạn',
        epidemic: 'dịch bệnh',
        traffic_accident: 'tai nạn giao thông nghiêm trọng',
        work_accident: 'tai nạn lao động nghiêm trọng',
        force_majeure: 'lý do bất khả kháng',
        crop_failure: 'mất mùa',
        between_harvests: 'giáp hạt',
      },
    },
    place: { name: 'nơi xảy ra', values: { residence: 'nơi cư trú', elsewhere: 'ngoài nơi cư trú' } },
    damage: {
      name: 'nhà ở',
      values: {
        none: 'không bị hư hỏng nặng',
        destroyed: 'đổ, sập, trôi, cháy hoàn toàn, không còn nơi ở',
        heavily_damaged: 'hư hỏng nặng, không ở được',
      },
    },
    reason: {
      name: 'lý do chăm sóc tạm thời',
      values: {
        none: 'không thuộc diện',
        child_without_parents: 'trẻ em có cả cha mẹ chết, mất tích, người thân không thể chăm sóc',
        victim: 'nạn nhân bạo lực, xâm hại, mua bán, cưỡng bức lao động',
        wandering: 'lang thang, xin ăn chờ đưa về',
        province: 'do Chủ tịch UBND cấp tỉnh quyết định',
      },
    },
    item: {
      name: 'khoản chi',
      values: {
        none: 'không nêu',
        personal: 'vật dụng sinh hoạt cá nhân',
        health_and_culture: 'phục hồi chức năng, văn hóa, thể thao',
        utilities: 'điện, nước, vệ sinh',
        equipment: 'trang thiết bị',
        medicine: 'thuốc thông thường',
      },
    },
  },
  flag: {
    relativeCares: { yes: 'có người thân chăm sóc', no: 'không có người thân chăm sóc' },
    relocationOrdered: {
      yes: 'có quyết định di dời khẩn cấp',
      no: 'không có quyết định di dời khẩn cấp',
    },
    isInHardship: {
      yes: 'hộ có hoàn cảnh khó khăn',
      no: 'không được xác nhận là hộ có hoàn cảnh khó khăn',
    },
    lacksEssentials: {
      yes: 'không còn lương thực, nhu yếu phẩm',
      no: 'còn lương thực, nhu yếu phẩm',
    },
    nobodyBuries: { yes: 'không có người nhận trách nhiệm mai táng', no: 'có người nhận mai táng' },
    hasApplied: { yes: 'đã nộp hồ sơ, chưa có quyết định', no: 'chưa nộp hồ sơ' },
    parentReceives: {
      yes: 'cha hoặc mẹ đơn thân nghèo đang hưởng trợ cấp cho người này',
      no: 'không có cha, mẹ đơn thân nghèo hưởng trợ cấp cho người này',
    },
  },
  atLeast: {
    persons: (count) => `từ ${count} người`,
    months: (count) => `từ ${count} tháng`,
    treatmentDays: (count) => `cấp cứu và điều trị từ ${count} ngày`,
  },
  counted: (count) => `${count}`,
  receives: (benefits) => `đang hưởng ${benefits}`,
  receivesNot: 'không hưởng',
  entitledTo: (benefit) => `đủ điều kiện hưởng ${benefit}`,
  entitledToNot: 'không đủ điều kiện',
  family: {
    funeral: 'Hỗ trợ chi phí mai táng',
    emergency: 'Trợ giúp xã hội khẩn cấp',
    temporary_care: 'Chăm sóc tạm thời tại cộng đồng',
    facility: 'Quyền lợi tại cơ sở trợ giúp xã hội',
    health_insurance: 'Thẻ bảo hiểm y tế',
    education: 'Hỗ trợ giáo dục',
    training: 'Tập huấn, dạy nghề, việc làm',
    province: 'Hỗ trợ thêm của tỉnh',
  },
  outcome: {
    granted: 'được hưởng',
    not_best: 'đủ điều kiện, nhưng chỉ hưởng một mức cao nhất',
    paid_elsewhere: 'đủ điều kiện, nhưng chế độ khác đã chi không thấp hơn',
    covered: 'mức của trung ương đã không thấp hơn',
    recorded: 'chỉ ghi nhận, hỗ trợ theo pháp luật khác',
    refused: 'chưa đủ điều kiện',
  },
  payee: {
    person: 'người được trợ giúp',
    carer: 'người nhận chăm sóc',
    facility: 'cơ sở trợ giúp xã hội',
    household: 'hộ gia đình',
    organiser: 'người hoặc tổ chức lo mai táng',
  },
  atLeastAmount: (amount) => `ít nhất ${amount}`,
  spent: (amount) => `theo chi phí thực tế ${amount}`,
  upTo: (amount, level) => `${amount}/tháng, để đủ ${level}`,
  rice: ({ kilograms, each, persons, months, asked }) =>
    `${kilograms} kg gạo = ${each} kg × ${persons} người × ${months} tháng${asked > months ? ` (đề nghị ${asked} tháng, tối đa ${months} tháng mỗi đợt)` : ''}`,
  days: (days, rate) => `${days} ngày × ${rate}`,
  beyond: (days, limit) =>
    `${days} ngày vượt thời hạn không được tính: phải có quyết định mới trước ngày ${limit}`,
  ceiling: (amount, per) => `không quá ${amount}/người/${per === 'year' ? 'năm' : 'tháng'}`,
  over: (spent, over) => `đã chi ${spent}, VƯỢT ${over}`,
  within: (spent) => `đã chi ${spent}, trong mức`,
  card: (letters, level, percent) =>
    `một thẻ ${letters ? `${letters}${level}` : `mức ${level}`}, quỹ chi trả ${percent}%`,
  before: (day) => `trước ngày ${day}`,
  until: (day) => `đến ngày ${day}`,
  paidTo: (payee) => `chi cho ${payee}`,
  meantFor: (payee) => `dành cho ${payee}`,
  several: (family, count) => `${family} (${count} khoản)`,
  procedure: (authority, form, within) =>
    [
      authority,
      within && `trong ${within.count} ${within.unit === 'days' ? 'ngày' : 'ngày làm việc'}`,
      form && `mẫu ${form}`,
    ]
      .filter(Boolean)
      .join(', '),
  lacking: (what) => `Cần thay đổi: ${what}`,
  lackOn: (what, day) => `${what} (ngày ${day})`,
  lackNever: (what) => `Không thể đạt nữa, vì đã quá tuổi: ${what}`,
  event: (kind, day, who) => `${kind}, ngày ${day}${who ? ` – ${who}` : ''}`,
  month: (month) => `Quyền lợi khác trong tháng ${month}`,
  nothing: 'không có quyền lợi nào',
}
