import { formatDate } from '#kernel/written'
import type { ProblemWords } from '#platform/web/problem'
import type { DecisionView } from '../contract.ts'
import type { Benefit, Component } from '../domain/determination.ts'
import type { SuspensionGround } from '../domain/suspension-grounds.ts'

export const messages = {
  benefits: {
    monthly_allowance: 'Trợ cấp xã hội hằng tháng',
    social_pension: 'Trợ cấp hưu trí xã hội',
    care_support: 'Hỗ trợ chăm sóc, nuôi dưỡng',
    parenting_support: 'Hỗ trợ người khuyết tật nuôi con nhỏ',
    facility_care: 'Trợ cấp nuôi dưỡng tại cơ sở',
  } satisfies Record<Benefit, string>,
  components: {
    allowance: 'Trợ cấp hằng tháng',
    single_parent: 'Đơn thân nuôi con',
    social_pension: 'Hưu trí xã hội',
    care: 'Hỗ trợ chăm sóc',
    parenting: 'Nuôi con nhỏ',
    nursing: 'Nuôi dưỡng tại cơ sở',
  } satisfies Record<Component, string>,
  standing: {
    receiving: 'Đang hưởng',
    nothingDue: 'Có quyết định, không có khoản nào tháng này',
    suspended: (month: string) => `Tạm dừng từ ${month}`,
    stopped: (month: string) => `Thôi hưởng sau ${month}`,
    none: 'Chưa hưởng',
  },
  privateRule: 'Trợ cấp xã hội hằng tháng',
  now: 'nay',
  none: '—',
  entitlements: {
    timeTitle: 'Quyền lợi theo thời gian',
    timeLabel: 'Dòng thời gian quyền lợi',
    laws: 'Nghị định',
    homes: 'Nơi ở',
    byMonth: 'từng tháng',
    unit: 'nghìn đồng một tháng',
    spellName: (what: string, amount: string) => `${what}: ${amount} nghìn đồng`,
    monthTitle: (month: string) => `Tháng hưởng ${month}`,
    monthNone: 'Không có khoản nào trong tháng này.',
    why: 'Vì sao?',
    whyOf: (month: string) => `Vì sao tháng ${month}?`,
    spellsTitle: 'Các thời kỳ hưởng',
    spellsCaption: 'Các thời kỳ hưởng, mới nhất ở trên',
    spellsNone: 'Chưa có thời kỳ hưởng nào.',
    what: 'Chế độ',
    from: 'Từ tháng',
    through: 'Đến tháng',
    monthly: 'Mức mỗi tháng (đ)',
    arithmetic: 'Cách tính',
    arithmeticOf: (coefficient: string, units: number, standard: string) =>
      units === 1 ? `${coefficient} × ${standard}` : `${coefficient} × ${units} × ${standard}`,
    underMerged: (name: string) => `Dưới hồ sơ đã gộp: ${name}`,
    awardsTitle: 'Quyết định đang mở',
    awardsPastTitle: 'Quyết định đã đóng',
    awardsNone: 'Chưa có quyết định hưởng nào.',
    opened: 'Quyết định hưởng',
    paidBefore: (through: string, from: string) =>
      `Danh sách cũ đã chi đến hết tháng ${through}; hệ thống chi từ tháng ${from}.`,
    paidNothing: 'Chưa có tháng nào chi theo danh sách cũ.',
    correctPaid: 'Sửa tháng đã chi',
    lapsed: (month: string) => `Đã thôi đủ điều kiện từ tháng ${month}; muốn hưởng lại cần quyết định mới.`,
    suspended: (month: string, ground: string | undefined) =>
      `Tạm dừng từ tháng ${month}${ground ? `: ${ground}` : ''}. Khi có quyết định tiếp tục, được truy lĩnh từ tháng đó.`,
    suspensionGrounds: {
      not_collected: 'không nhận trợ cấp 3 tháng liên tục trở lên',
      refuses_review:
        'không xác định lại mức độ khuyết tật, điều kiện hưởng, hoặc không cung cấp thông tin được yêu cầu',
      detained: 'bị tạm giam từ một tháng trở lên',
    } satisfies Record<SuspensionGround, string>,
    suspendedBy: 'Quyết định tạm dừng',
    closed: 'Quyết định thôi hưởng',
    payee: 'Người nhận',
    payeeHidden: 'Người ngoài địa bàn',
    self: 'Tự nhận',
    decision: (number: string, day: string) => `${number}, ngày ${day}`,
    closeReasons: {
      died: 'chết',
      ineligible: 'hết điều kiện',
      moved: 'chuyển nơi hưởng',
      refused: 'từ chối nhận',
      sentence: 'chấp hành án',
      converted: 'chuyển sang chế độ khác',
      other: 'lý do khác',
    } as Record<string, string>,
    pendingTitle: 'Thay đổi đã biết trước',
    pendingNone: 'Không có thay đổi nào đã biết trước.',
    formerly: (now: string, before: string) => `${now} (trước đây là ${before})`,
    awaitsList: '(nếu chưa có danh sách hộ nghèo năm mới)',
    pendingWhy:
      'Mức đổi khi danh sách hộ nghèo, cận nghèo hằng năm hết hạn, giấy tờ hết hiệu lực hoặc con đủ tuổi. Bấm “Vì sao?” để xem từng điều kiện.',
    before: 'trước đó',
    ends: 'không còn',
    turns: (years: number, day: string) => `Đủ ${years} tuổi ngày ${day}.`,
    turnsFrom: (years: number, day: string) =>
      `Đủ ${years} tuổi sớm nhất ngày ${day}, vì chưa biết đủ ngày sinh.`,
    decisionsTitle: 'Mọi quyết định',
    decisionsCaption: 'Mọi quyết định về người này, mới nhất ở trên',
    decisionsNone: 'Chưa có quyết định nào.',
    kind: 'Loại',
    number: 'Số, ngày',
    signer: 'Người ký',
    effective: 'Từ tháng',
    basis: 'Căn cứ',
  },
  kinds: {
    grant: 'Hưởng',
    adjust: 'Điều chỉnh',
    suspend: 'Tạm dừng',
    resume: 'Tiếp tục',
    stop: 'Thôi hưởng',
    transfer: 'Chuyển nơi hưởng',
    convert: 'Chuyển tiếp theo luật mới',
    support: 'Hỗ trợ một lần',
    refuse: 'Từ chối',
  } satisfies Record<DecisionView['kind'], string>,
  why: {
    others: {
      title: 'Quyền lợi khác',
      tree: 'Quyền lợi khác theo dữ kiện của tháng',
      deathTree: 'Hỗ trợ chi phí mai táng',
      death: (day: string) =>
        `Người này mất ngày ${day}. Nguyên nhân mất và hồ sơ đang nộp không có trong sổ, nên chưa xét hai điều đó.`,
      none: 'Không có quyền lợi nào khác theo dữ kiện đã biết.',
    },
    title: (total: string, month: string) => `Được hưởng ${total} trong tháng ${month}`,
    titleNone: (month: string) => `Không có khoản nào trong tháng ${month}`,
    tree: 'Vì sao được hưởng và vì sao chưa',
    month: 'Tháng hưởng',
    show: 'Xem',
    previous: 'Tháng trước',
    next: 'Tháng sau',
    granted: 'Được hưởng',
    notGranted: 'Chưa được hưởng',
    dead: (day: string) =>
      `Người này đã mất ngày ${day}. Mọi khoản dừng từ tháng sau tháng mất, nên không xét chế độ nào cho tháng này.`,
    nothingKnown: 'Không xét được tháng này: theo thông tin đã biết, người này chưa có nơi ở hoặc đã mất.',
    unborn: (month: string) =>
      `Tháng này người này chưa sinh (sinh tháng ${month}), nên không xét chế độ nào.`,
    unreadable: 'Chưa đọc được tháng. Gõ như 11/2026.',
    notKnown: (known: string, month: string) =>
      `Đến ngày ${known} chưa có quy định nào cho tháng ${month}, nên không trả lời được.`,
    noAnswer: (month: string) => `Chưa trả lời được cho tháng ${month}`,
    noSuchMonth: (text: string, shown: string) =>
      `Địa chỉ ghi tháng “${text}”, không có tháng này. Đang hiện tháng ${shown}.`,
    earliest: 'sớm nhất',
    found: (found: string) => `thực tế: ${found}`,
    paperOf: (paper: string, day: string) => `${paper}, ${day}`,
    firstFailing: 'điều kiện đầu tiên chưa đạt',
    paidBefore: (benefit: string, from: string) =>
      `${benefit}: tháng này đã chi theo danh sách cũ. Hệ thống chi từ tháng ${from}, nên kỳ chi trả không tính lại tháng này. Dưới đây là mức theo luật.`,
    entitledNotAwarded: 'Đủ điều kiện nhưng chưa có quyết định',
    entitledAgain: 'Đủ điều kiện trở lại, cần quyết định mới',
    suspended: 'Đang tạm dừng theo quyết định',
    facts: (facts: string) => facts,
    source: 'Nguồn dữ kiện',
    sourceCaption: 'Giấy tờ và ngày ghi nhận của từng dữ kiện',
    fact: 'Dữ kiện',
    tie: { children: 'Con', care: 'Người chăm sóc' },
    outOfSight: 'một người ngoài địa bàn được giao',
    paper: 'Giấy tờ',
    holds: 'Có hiệu lực',
    recorded: 'Ghi nhận',
    sourcesNone: 'Không có dữ kiện riêng nào; chỉ dùng tuổi và nơi ở.',
    law: 'Luật áp dụng',
    regime: 'Thời kỳ',
    standard: 'Mức chuẩn',
    central: 'trung ương',
    provincial: 'của tỉnh',
    version: 'Phiên bản quy tắc',
    retroactive: 'Áp dụng cho tháng trước khi văn bản có hiệu lực, với người đang hưởng.',
    unsure: 'Điểm chưa chắc trong luật',
    unsureNone: 'Không có điểm chưa chắc nào ảnh hưởng tới số tiền này.',
    toConfirm: 'Cần xác nhận',
    combination: 'Cách cộng các khoản',
    print: 'In bản giải thích',
    privacy: 'Điều kiện riêng tư không hiển thị với vai trò này, dù đạt hay chưa đạt.',
    since: (from: string) => `từ ${from}`,
    between: (from: string, until: string) => `${from} – ${until}`,
    document: (document: string, number: string) => `${document} số ${number}`,
  },
  lawUnknown,
  problems: {
    'entitlement.law_unknown': (details) => lawUnknown(details),
    'entitlement.case_refused': 'Tình huống có chỗ không thể có. Xem từng mục được nêu và sửa lại.',
    'entitlement.already_suspended': ({ suspendedFrom }) =>
      `Trợ cấp này đã tạm dừng từ tháng ${dateOf(suspendedFrom)}. Ra quyết định tiếp tục hoặc thôi hưởng trước.`,
    'entitlement.award_suspended':
      'Trợ cấp đang tạm dừng nên chưa chuyển nơi hưởng được. Ra quyết định tiếp tục hoặc thôi hưởng trước.',
    'entitlement.award_not_suspended': 'Trợ cấp này không tạm dừng, nên không có gì để tiếp tục.',
    'entitlement.remand_too_short':
      'Sổ chưa có việc tạm giam đủ một tháng tính đến ngày ký, nên chưa tạm dừng được. Kiểm tra ngày bắt đầu tạm giam.',
    'entitlement.remand_suspends_no_care':
      'Tạm giam chỉ tạm dừng trợ cấp của người đó; kinh phí chăm sóc vẫn chi trả.',
    'entitlement.right_has_ended': ({ stopFrom }) =>
      `Người này không còn đủ điều kiện nên không tiếp tục được. Ra quyết định thôi hưởng từ tháng ${dateOf(stopFrom)}, tháng bắt đầu tạm dừng.`,
    'entitlement.refusal_without_reason': 'Quyết định từ chối phải ghi lý do. Viết lý do để người nộp biết.',
    'people.person_not_found':
      'Không tìm thấy người này trong địa bàn của anh/chị. Kiểm tra lại đường dẫn hoặc tìm theo tên.',
  } as ProblemWords,
}

const dateOf = (value: unknown) => formatDate(String(value))

function lawUnknown({ asked, from, through }: Readonly<Record<string, unknown>>): string {
  const [day, first, last] = [asked, from, through].map(dateOf)
  return String(asked) < String(from)
    ? `Hệ thống không có quy định trước tháng ${first}, nên không trả lời được cho ${day}. Chọn từ tháng ${first} đến tháng ${last}.`
    : `Hệ thống chưa biết quy định sau tháng ${last}, nên không trả lời được cho ${day}. Chọn từ tháng ${first} đến tháng ${last}.`
}

export type Messages = typeof messages
