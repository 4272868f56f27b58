import type { ProblemWords } from '#platform/web/problem'
import type { MatchReason, SearchRepair } from '../contract.ts'
import type {
  CircumstanceKind,
  DisabilityLevel,
  DisabilityType,
  ParentState,
} from '../domain/circumstance.ts'
import type { RelationKind } from '../domain/history.ts'
import { tiesInVietnamese } from '../domain/tie-words.ts'
import type { IdentifierKind } from '../domain/identifier.ts'

type Words<Key extends string> = Record<Key, string>

export const messages = {
  section: 'Đối tượng',
  sex: { female: 'nữ', male: 'nam' },
  none: '—',
  now: 'nay',
  search: {
    title: 'Tra cứu người',
    box: 'Tên, số giấy tờ, năm sinh, xã',
    placeholder: 'nguyen thi hoa 1938 nhu thuy',
    hint: 'Gõ không dấu cũng được. Có thể gõ ít nhất 4 số cuối hoặc 6 số đầu của giấy tờ, năm sinh, tên xã cũ hoặc mới.',
    find: 'Tìm',
    wholeArea: 'Tìm ở mọi xã được giao',
    includeDead: 'Cả người đã mất',
    caption: 'Người tìm thấy',
    found: (count: number) => (count === 1 ? '1 người' : `${count} người`),
    tooMany: 'Có hơn 50 người khớp. Thêm năm sinh, tên xã hoặc số giấy tờ để tìm đúng người.',
    startTitle: 'Tìm một người trong địa bàn.',
    start: 'Kết quả hiện ở đây: tên, năm sinh, nơi ở và vì sao khớp.',
    emptyTitle: 'Không tìm thấy ai.',
    empty:
      'Thử bỏ tên đệm, thử năm sinh lệch một năm (tuổi mụ), hoặc tìm theo số giấy tờ: đủ số, ít nhất 4 số cuối hoặc 6 số đầu.',
    name: 'Họ tên',
    born: 'Ngày sinh',
    sex: 'Giới tính',
    number: 'Số giấy tờ',
    home: 'Nơi ở',
    receiving: 'Đang hưởng',
    why: 'Vì sao khớp',
    dead: 'đã mất',
    formerly: (name: string) => `${name} (cũ)`,
    understoodArea: (areas: string) => `tìm trong ${areas}`,
    reasons: {
      name: 'tên',
      near_name: 'gần đúng tên',
      number: 'số định danh',
      number_end: 'số cuối',
      number_start: 'số đầu',
      old_number: 'số chứng minh cũ',
      phone: 'điện thoại',
      birth_date: 'ngày sinh',
      birth_year: 'năm sinh',
      near_birth_year: 'năm sinh lệch một',
      area: 'xã',
    } satisfies Words<MatchReason>,
    repairs: {
      telex: 'đã sửa chữ gõ Telex',
      vni: 'đã sửa chữ gõ VNI',
      tcvn3: 'đã đổi từ phông TCVN3',
      lost_zero: 'đã thêm số 0 ở đầu',
    } satisfies Words<SearchRepair>,
  },
  person: {
    mergedInto: 'Hồ sơ này đã gộp vào hồ sơ của cùng một người, không ghi thêm ở đây nữa:',
    mergedFrom: 'Hồ sơ này gồm cả hồ sơ đã gộp, với quyết định và tiền đã chi ở đó:',
    crumb: 'Trang người',
    tabs: 'Các phần của trang người',
    general: 'Chung',
    entitlements: 'Quyền lợi',
    payments: 'Chi trả',
    ways: 'Người nhận và cách nhận',
    why: 'Vì sao số tiền này?',
    print: 'In',
    newFile: 'Tạo hồ sơ',
    changes: 'Biến động',
    recordChange: 'Ghi biến động',
    verified: (day: string) => `Đã xác thực dân cư ${day}`,
    unverified: 'Chưa xác thực dân cư',
    onlyYear: 'Còn thiếu ngày, tháng sinh',
    onlyMonth: 'Còn thiếu ngày sinh',
    died: (day: string) => `Đã mất ${day}`,
    poor: (year: number) => `Hộ nghèo ${year}`,
    nearPoor: (year: number) => `Hộ cận nghèo ${year}`,
  },
  time: {
    label: 'Xem theo thời gian',
    on: 'Tại ngày',
    known: 'Biết đến',
    apply: 'Xem',
    wrong: 'Chưa đọc được ngày. Gõ như 31/03/2026.',
    noSuchDay: (field: string, text: string, shown: string) =>
      `Địa chỉ ghi “${field}” ngày “${text}”, không có ngày này. Đang xem ngày ${shown}.`,
    notYetTitle: 'Chưa có trong sổ',
    notYet: (known: string, recorded: string) =>
      `Đến ngày ${known} người này chưa có trong sổ (ghi ngày ${recorded}). Chọn “Biết đến” từ ngày ghi trở đi.`,
  },
  differences: {
    title: 'Thay đổi so với ngày khác',
    on: 'So với ngày',
    known: 'Ghi đến ngày',
    compare: 'So sánh',
    from: (on: string, known: string, then: string, thenKnown: string) =>
      `Từ ngày ${on} (đã ghi đến ${known}) sang ngày ${then} (đã ghi đến ${thenKnown}):`,
    none: 'Không có gì khác giữa hai ngày này.',
    nothing: 'không có',
    fields: {
      fullName: 'Họ tên',
      sex: 'Giới tính',
      born: 'Ngày sinh',
      diedOn: 'Ngày mất',
      ethnicGroup: 'Dân tộc',
      phone: 'Điện thoại',
    },
    home: 'Nơi ở',
    household: 'Hộ',
    head: 'Chủ hộ',
    circumstance: 'Hoàn cảnh',
    joined: (name: string) => `Vào hộ: ${name}`,
    left: (name: string) => `Ra khỏi hộ: ${name}`,
    began: (name: string, how: string) => `Thêm quan hệ: ${name}, ${how}`,
    ended: (name: string, how: string) => `Hết quan hệ: ${name}, ${how}`,
  },
  identity: {
    title: 'Nhân thân',
    name: 'Họ tên',
    born: 'Sinh',
    died: 'Mất',
    sex: 'Giới tính',
    ethnic: 'Dân tộc',
    phone: 'Điện thoại',
    home: 'Nơi ở',
    source: 'Nguồn',
    from: (source: string, at: string) => `${source}, ghi ${at}`,
    numbers: 'Giấy tờ',
    kinds: {
      personal_id: 'Số định danh cá nhân',
      legacy_id: 'Số chứng minh nhân dân (9 số)',
      health_card: 'Thẻ bảo hiểm y tế',
      social_insurance: 'Mã số bảo hiểm xã hội',
    } satisfies Words<IdentifierKind>,
    checked: (day: string) => `đối chiếu ${day}`,
    notChecked: 'chưa đối chiếu',
    findings: {
      number_sex_differs:
        'Chữ số thứ tư không khớp giới tính. Xem lại thẻ; nếu thẻ ghi đúng như vậy, giữ nguyên.',
      number_birth_year_differs: 'Năm trong số không khớp năm sinh. Xem lại thẻ và giấy khai sinh.',
      number_province_unknown: 'Ba số đầu không phải mã tỉnh nào. Xem lại thẻ.',
      card_level_unusual: 'Mức hưởng trên thẻ không hợp với mã đối tượng. Xem lại thẻ.',
    } as Record<string, string>,
    finding: 'Số này cần xem lại.',
    former: 'Trước đây ghi là',
    formerUntil: (at: string) => `đến ${at}`,
  },
  household: {
    title: (day: string) => `Hộ tại ngày ${day}`,
    none: 'Chưa ghi hộ cho ngày này.',
    head: 'chủ hộ',
    hidden: 'Người ngoài địa bàn',
    dead: 'đã mất',
  },
  relations: {
    title: 'Quan hệ',
    none: 'Chưa ghi quan hệ nào.',
    groups: { relatives: 'Họ hàng', care: 'Chăm sóc', collectors: 'Nhận thay' },
    from: {
      parent_of: 'con',
      spouse_of: 'vợ hoặc chồng',
      cares_for: 'được người này chăm sóc',
      collects_for: 'được người này nhận tiền thay',
      guardian_of: 'được người này giám hộ',
      related_to: 'họ hàng',
    } satisfies Words<RelationKind>,
    to: {
      parent_of: 'cha hoặc mẹ',
      spouse_of: 'vợ hoặc chồng',
      cares_for: 'người chăm sóc',
      collects_for: 'người nhận thay',
      guardian_of: 'người giám hộ',
      related_to: 'họ hàng',
    } satisfies Words<RelationKind>,
    until: (day: string) => `đến ${day}`,
    arrangement: { own_household: 'trong hộ', taken_in: 'nhận về nuôi dưỡng theo quyết định' } as Record<
      string,
      string
    >,
  },
  residences: {
    title: 'Nơi ở qua các thời kỳ',
    caption: 'Nơi ở, mới nhất ở trên',
    none: 'Chưa ghi nơi ở.',
    place: 'Nơi ở',
    area: 'Đơn vị tại thời điểm',
    nowCalled: (name: string) => `nay là ${name}`,
    period: 'Thời gian',
    source: 'Nguồn',
  },
  circumstances: {
    titleOn: (day: string) => `Hoàn cảnh tại ngày ${day}`,
    others: 'Hoàn cảnh trước đó hoặc chưa bắt đầu',
    othersCaption: 'Hoàn cảnh không còn hoặc chưa bắt đầu vào ngày xem',
    caption: 'Hoàn cảnh có ngày và giấy tờ',
    none: 'Chưa ghi hoàn cảnh nào vào ngày này.',
    what: 'Hoàn cảnh',
    period: 'Thời gian',
    evidence: 'Giấy tờ',
    recorded: 'Ghi nhận',
    household: 'của hộ',
    kinds: {
      disability: 'Khuyết tật',
      poverty: 'Hộ nghèo, cận nghèo',
      parents: 'Tình trạng cha mẹ',
      hiv: 'Nhiễm HIV',
      study: 'Đang học',
      former_child_without_support: 'Đã hưởng trợ cấp trẻ em không có nguồn nuôi dưỡng',
      single_parent: 'Một mình nuôi con',
      pregnancy: 'Mang thai',
      maintenance_obligor: 'Người có nghĩa vụ phụng dưỡng',
      facility_eligible_in_community: 'Đủ điều kiện vào cơ sở, được chăm sóc tại cộng đồng',
      pension: 'Lương hưu',
      social_insurance_allowance: 'Trợ cấp bảo hiểm xã hội hằng tháng',
      wage: 'Có tiền lương, tiền công',
      meritorious_allowance: 'Trợ cấp người có công',
      detention: 'Tạm giam, chấp hành án',
      facility_residence: 'Đang ở cơ sở trợ giúp xã hội',
    } satisfies Words<CircumstanceKind>,
    levels: {
      exceptionally_severe: 'đặc biệt nặng',
      severe: 'nặng',
      mild: 'nhẹ',
    } satisfies Words<DisabilityLevel>,
    types: {
      mobility: 'vận động',
      hearing_speech: 'nghe, nói',
      sight: 'nhìn',
      mental: 'thần kinh, tâm thần',
      intellectual: 'trí tuệ',
      other: 'khác',
    } satisfies Words<DisabilityType>,
    parents: {
      alive_available: 'còn sống',
      dead: 'đã mất',
      unidentified: 'không xác định được',
      missing_declared: 'tuyên bố mất tích',
      in_facility: 'ở cơ sở trợ giúp xã hội',
      detained: 'chấp hành án hoặc biện pháp bắt buộc',
    } satisfies Words<ParentState>,
    disability: (level: string) => `Khuyết tật ${level}`,
    poverty: (level: 'poor' | 'near_poor', year: number) =>
      `${level === 'poor' ? 'Hộ nghèo' : 'Hộ cận nghèo'} năm ${year}`,
    study: {
      general: 'phổ thông',
      continuing: 'giáo dục thường xuyên',
      vocational: 'học nghề',
      first_degree: 'đại học văn bằng thứ nhất',
    } as Record<string, string>,
    single: {
      never_married: 'chưa từng kết hôn',
      spouse_dead: 'vợ hoặc chồng đã chết',
      spouse_missing: 'vợ hoặc chồng được tuyên bố mất tích',
    } as Record<string, string>,
    obligor: { none: 'không có ai', on_allowance: 'người đó cũng hưởng trợ cấp xã hội' } as Record<
      string,
      string
    >,
    detention: {
      pre_trial: 'tạm giam',
      sentence: 'chấp hành án phạt tù',
      compulsory_measure: 'biện pháp bắt buộc',
    } as Record<string, string>,
    father: 'cha',
    mother: 'mẹ',
    abandoned: 'bị bỏ rơi',
    survivors: 'tiền tuất',
    group: (group: string) => `nhóm ${group}`,
    monthly: (amount: string) => `${amount} mỗi tháng`,
    document: (document: string, number: string | undefined) =>
      number ? `${document} số ${number}` : document,
  },
  problems: {
    'people.person_merged':
      'Chưa ghi được vì hồ sơ này đã gộp vào hồ sơ khác của cùng một người. Mở hồ sơ được giữ lại rồi ghi ở đó.',
    'people.area_not_found':
      'Chưa ghi được vì không có đơn vị này vào ngày đã chọn. Chọn lại xã, phường theo tên của thời điểm đó.',
    'people.not_in_area':
      'Chưa ghi được vì nơi này ngoài địa bàn của anh/chị. Nhờ cán bộ của nơi đó hoặc của tỉnh ghi.',
    'people.birth_in_future':
      'Ngày sinh ở tương lai. Có thể năm bị gõ nhầm thế kỷ. Sửa năm sinh theo giấy tờ.',
    'people.birth_too_long_ago':
      'Ngày sinh cách đây quá xa. Có thể gõ nhầm năm. Đối chiếu với giấy tờ rồi sửa.',
    'people.died_before_birth':
      'Ngày mất ở trước ngày sinh. Một trong hai ngày chưa đúng. Đối chiếu giấy khai tử và giấy khai sinh.',
    'people.death_in_future': 'Ngày mất ở tương lai. Sửa theo giấy khai tử.',
    'people.not_dead': 'Người này không được ghi là đã mất.',
    'people.already_dead':
      'Người này đã được ghi là mất. Không ghi lần nữa. Nếu ngày mất chưa đúng, đính chính thông tin.',
    'people.wrong_number_length':
      'Số giấy tờ chưa đủ hoặc thừa chữ số. Số định danh có 12 chữ số, chứng minh nhân dân có 9. Đối chiếu với thẻ.',
    'people.number_has_other_signs': 'Số giấy tờ có ký tự khác chữ số. Chỉ gõ chữ số như trên thẻ.',
    'people.number_not_of_its_kind':
      'Số này không đúng dạng của loại giấy tờ đã chọn. Chọn lại loại giấy tờ hoặc sửa số.',
    'people.number_contradicts':
      'Số định danh không khớp giới tính hoặc năm sinh: chữ số thứ tư cho biết giới tính và thế kỷ, hai chữ số tiếp theo là năm sinh. Xem lại thẻ; nếu thẻ ghi đúng như vậy, giữ nguyên và ghi lý do.',
    'people.number_in_use':
      'Số giấy tờ này đang thuộc một người khác. Ghi tiếp có thể gây trùng hồ sơ. Tìm theo số này để mở hồ sơ đã có.',
    'people.number_of_kind_exists':
      'Người này đã có số của loại giấy tờ đó. Nếu được cấp số mới, chọn thay số cũ.',
    'people.ends_before_it_starts': 'Ngày kết thúc ở trước ngày bắt đầu. Sửa một trong hai ngày.',
    'people.starts_before_birth': 'Ngày bắt đầu ở trước ngày sinh. Sửa lại ngày bắt đầu.',
    'people.starts_in_future': 'Ngày bắt đầu ở tương lai. Chỉ ghi điều đã xảy ra.',
    'people.overlapping_residence':
      'Chưa ghi được vì nơi ở này chồng lên một nơi ở khác cùng thời gian. Mỗi ngày một người chỉ có một nơi ở. Xem nơi ở qua các thời kỳ rồi sửa ngày.',
    'people.same_residence': 'Người này đang ở đúng nơi đó. Không cần ghi lại.',
    'people.overlapping_membership':
      'Chưa ghi được vì người này đang thuộc hộ khác cùng thời gian. Ghi ngày rời hộ cũ trước.',
    'people.two_heads': 'Hộ này đã có chủ hộ trong thời gian đó. Chọn quan hệ mới cho chủ hộ cũ rồi ghi lại.',
    'people.head_not_of_age':
      'Người này chưa đủ 18 tuổi, mà trong hộ có người đã đủ tuổi. Chọn người đủ tuổi làm chủ hộ.',
    'people.household_not_found': 'Không tìm thấy hộ này trong địa bàn của anh/chị. Chọn lại hộ.',
    'people.no_household': 'Người này chưa thuộc hộ nào nên chưa ghi được hộ nghèo, cận nghèo. Ghi hộ trước.',
    'people.overlapping_circumstance':
      'Hoàn cảnh này đã được ghi cho cùng thời gian. Xem dòng đã có; nếu dòng đó chưa đúng, ghi thay dòng đó.',
    'people.circumstance_not_found': 'Không tìm thấy hoàn cảnh này. Có thể vừa được sửa. Tải lại trang.',
    'people.circumstance_detail_wrong':
      'Chi tiết của hoàn cảnh còn thiếu hoặc chưa đúng. Điền đủ các mục rồi ghi lại.',
    'people.relation_exists': 'Quan hệ này đã được ghi cho cùng thời gian. Không cần ghi lại.',
    'people.relation_not_found': 'Không tìm thấy quan hệ này. Có thể vừa được sửa. Tải lại trang.',
    'people.relation_with_self': 'Một người không thể có quan hệ với chính mình. Chọn người khác.',
    'people.parent_born_after_child': (details) =>
      `Cha hoặc mẹ sẽ sinh sau con${tiesInVietnamese(details)}. Một trong hai ngày sinh chưa đúng, chọn ngược người, hoặc quan hệ ghi nhầm. Đối chiếu giấy khai sinh; nếu quan hệ ghi nhầm thì ghi chấm dứt quan hệ trước.`,
    'people.starts_after_death': 'Ngày bắt đầu ở sau ngày mất. Sửa ngày, hoặc kiểm tra lại ngày mất.',
    'people.paper_of_the_future': 'Ngày của giấy tờ ở tương lai. Ghi đúng ngày trên giấy.',
    'people.not_of_a_man':
      'Người này được ghi là nam nên không ghi mang thai. Kiểm tra lại giới tính hoặc chọn người khác.',
    'people.born_precision_differs':
      'Chỉ biết năm hoặc tháng sinh thì không ghi ngày. Chọn biết đủ ngày, hoặc chỉ ghi năm, tháng.',
    'people.name_wrong': 'Họ tên chưa đúng. Chỉ ghi chữ cái, dấu cách, dấu phẩy trên, gạch nối và dấu chấm.',
    'people.phone_wrong': 'Số điện thoại chưa đúng. Số trong nước có 10 hoặc 11 chữ số, bắt đầu bằng 0.',
    'people.parent_too_young': (details) =>
      `Cha hoặc mẹ chưa đủ 12 tuổi khi con sinh ra${tiesInVietnamese(details)}. Một trong hai ngày sinh chưa đúng, hoặc quan hệ ghi nhầm. Kiểm tra lại.`,
    'people.spouse_is_parent': (details) =>
      `Hai người không thể vừa là cha mẹ và con, vừa là vợ chồng${tiesInVietnamese(details)}. Kiểm tra lại người đã chọn.`,
    'people.guardian_has_guardian': (details) =>
      `Người đang có người giám hộ thì không giám hộ cho người khác được${tiesInVietnamese(details)}. Chọn người khác, hoặc ghi chấm dứt việc giám hộ kia trước.`,
    'people.already_married': (details) =>
      `Một trong hai người đang ghi là vợ, chồng của người khác trong thời gian đó${tiesInVietnamese(details)}. Ghi việc ly hôn hoặc việc mất trước.`,
    'people.second_person_needed':
      'Việc này làm đổi số tiền đang chi hoặc đã chi nên cần người thứ hai duyệt. Chưa ghi gì. Lập ở mục Biến động, kèm giấy tờ.',
    'people.nothing_to_correct': 'Thông tin mới giống hệt thông tin đang có. Không có gì để đính chính.',
    'people.request_reused': 'Yêu cầu này đã được dùng cho nội dung khác. Tải lại trang rồi làm lại.',
    'people.changed_meanwhile':
      'Người khác vừa sửa thông tin này. Chưa có gì bị mất. Tải lại trang để xem bản mới rồi ghi lại.',
    'people.person_not_recorded_yet': 'Đến ngày “Biết đến” người này chưa có trong sổ. Chọn ngày muộn hơn.',
    'people.person_not_found':
      'Không tìm thấy người này trong địa bàn của anh/chị. Kiểm tra lại đường dẫn hoặc tìm theo tên.',
    'people.search_too_short':
      'Chưa tìm được vì nội dung quá ngắn. Gõ ít nhất hai chữ cái của tên, hoặc bốn số cuối của giấy tờ.',
  } as ProblemWords,
}

export type Messages = typeof messages
