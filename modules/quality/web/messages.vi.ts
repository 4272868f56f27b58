import type { ProblemWords } from '#platform/web/problem'
import type { Fix, RuleId, Severity } from '../contract.ts'

type RuleWords = {
  readonly title: string
  /** Why it matters. */
  readonly why: string
}

export const messages = {
  people: 'Đối tượng',
  title: 'Chất lượng dữ liệu',
  lead: (at: string) => `Sổ được xem lại ngay khi có thay đổi và toàn bộ mỗi ngày · lần gần nhất ${at}`,
  preparing: {
    title: 'Sổ đang được xem lần đầu.',
    next: 'Hệ thống đang đối chiếu từng người theo các quy tắc. Xin mở lại sau ít phút.',
  },
  clean: { title: 'Không còn dữ liệu phải sửa.', next: 'Mọi quy tắc đều đạt trong phạm vi của anh/chị.' },
  severity: {
    money: 'Tiền có thể chi sai',
    right: 'Quyền lợi có thể tính sai',
    file: 'Hồ sơ sẽ bị vướng',
  } satisfies Record<Severity, string>,
  table: {
    rule: 'Việc phải sửa',
    people: 'Người',
    money: 'Đang hưởng mỗi tháng',
    trend: 'Xu hướng',
    area: 'Xã, phường',
    any: 'Người có dữ liệu phải sửa',
    person: 'Người',
    wrong: 'Điều chưa đúng',
    since: 'Từ ngày',
    fix: 'Sửa',
    reason: 'Lý do đã ghi',
  },
  seeList: (rule: string, people: string) => `${rule}: ${people} người, mở danh sách`,
  excepted: (count: string) => `${count} người đã ghi «đúng như vậy»`,
  trend: {
    same: (day: string) => `như ${day}`,
    more: (count: string, day: string) => `thêm ${count} so với ${day}`,
    fewer: (count: string, day: string) => `bớt ${count} so với ${day}`,
    unknown: 'chưa có mốc so sánh',
    spoken: (points: string) => `Số người theo ngày: ${points}`,
    point: (day: string, people: string) => `${day}: ${people}`,
  },
  fine: (count: number) => `${count} quy tắc không còn ai vi phạm`,
  impossible: {
    title: 'Điều cơ sở dữ liệu không cho phép xảy ra',
    list: [
      'Hai chủ hộ cùng lúc trong một hộ',
      'Một người ở hai nơi hoặc hai hộ cùng lúc',
      'Một số định danh của hai người',
      'Hai quyết định hưởng cùng một chế độ cho một người, kể cả dưới hai hồ sơ đã gộp',
      'Gộp hồ sơ thành vòng, hoặc gộp vào hồ sơ đã gộp',
    ],
  },
  areas: 'Theo xã, phường',
  everyArea: 'Tất cả xã, phường',
  area: 'Xã, phường',
  areaOf: (name: string, people: string) => `${name} (${people})`,
  onlyArea: (name: string) => `Đang xem ${name}.`,
  showAll: 'Xem tất cả',
  tabs: { label: 'Danh sách', open: 'Phải sửa', excepted: 'Đúng như vậy' },
  stake: (people: string, money: string) => `${people} người, đang hưởng ${money} mỗi tháng.`,
  none: { title: 'Không còn ai.', next: 'Người mới vi phạm quy tắc này sẽ tự hiện ở đây.' },
  noneExcepted: {
    title: 'Chưa ai được ghi «đúng như vậy».',
    next: 'Dòng đã xem kỹ và đúng như sổ ghi thì rời danh sách phải sửa và nằm ở đây.',
  },
  died: (day: string) => `mất ngày ${day}`,
  outOfSight: 'một người ở xã khác',
  checking: 'Đang kiểm tra lại',
  except: 'Đúng như vậy',
  exceptOf: (name: string) => `Ghi «đúng như vậy» cho ${name}`,
  putBack: 'Đưa lại vào danh sách',
  putBackOf: (name: string) => `Đưa ${name} lại vào danh sách phải sửa`,
  exceptedBy: (by: string, at: string) => `${by} ghi ngày ${at}`,
  until: (day: string) => `đến hết ${day}`,
  fix: {
    number: 'Ghi số định danh',
    identity: 'Đính chính',
    disability: 'Ghi giấy xác nhận mới',
    stop_award: 'Lập hồ sơ thôi hưởng',
    way: 'Sửa cách nhận tiền',
    guardian: 'Ghi người giám hộ mới',
    carer: 'Ghi người chăm sóc mới',
    household: 'Đổi chủ hộ',
    home: 'Ghi nơi ở',
    transfer: 'Lập hồ sơ chuyển nơi hưởng',
    facts: 'Mở hồ sơ người này',
    verify: 'Đối chiếu dân cư',
  } satisfies Record<Fix, string>,
  fixOf: (fix: string, name: string) => `${fix}: ${name}`,
  news: {
    fixed: (name: string) => `Đã ghi cho ${name}. Dòng này rời danh sách khi hệ thống kiểm tra lại xong.`,
    excepted: (name: string) => `Đã ghi «đúng như vậy» cho ${name}.`,
    putBack: (name: string) => `${name} đã trở lại danh sách phải sửa.`,
  },
  numberDialog: {
    title: (name: string) => `Ghi số định danh của ${name}`,
    born: 'Sinh',
    number: 'Số định danh cá nhân',
    hint: '12 chữ số, như trên thẻ căn cước hoặc giấy khai sinh.',
    needsNumber: 'Số định danh gồm đúng 12 chữ số. Tệp Excel thường làm mất số 0 ở đầu; đối chiếu với thẻ.',
    paper: 'Ghi theo giấy tờ nào',
    paperHint: 'Ví dụ: thẻ căn cước, giấy khai sinh, thông báo số định danh.',
    kept: 'Lý do giữ số này',
    keptHint: 'Chỉ ghi khi thẻ đúng như vậy dù số không khớp giới tính hoặc năm sinh.',
    save: 'Ghi số',
    cancel: 'Không ghi',
  },
  exceptDialog: {
    title: (name: string) => `«Đúng như vậy»: ${name}`,
    lead: 'Dòng này rời danh sách phải sửa và được giữ lại cùng tên anh/chị. Nếu dữ liệu đổi khác, nó trở lại.',
    reason: 'Vì sao đúng',
    reasonHint: 'Đã xem giấy tờ gì, gặp ai, ngày nào. Ít nhất 10 ký tự.',
    until: 'Chỉ tính đến hết ngày (không bắt buộc)',
    save: 'Ghi «đúng như vậy»',
    cancel: 'Không ghi',
  },
  rules: {
    dead_with_award: {
      title: 'Đã mất, quyết định hưởng chưa kết thúc',
      why: 'Danh sách tháng sau vẫn có thể chi cho người đã mất.',
    },
    dead_payee: {
      title: 'Người nhận thay đã mất',
      why: 'Tiền của người đang sống được chi cho người đã mất và bị giữ lại.',
    },
    no_right_behind_award: {
      title: 'Còn quyết định hưởng, không còn điều kiện',
      why: 'Luật không còn cho hưởng; cần quyết định thôi hưởng hoặc giấy tờ để hưởng tiếp.',
    },
    shared_account: {
      title: 'Chung tài khoản với người không có quan hệ',
      why: 'Có thể gõ nhầm số, hoặc tiền của nhiều người vào tay một người.',
    },
    authority_ended: {
      title: 'Giấy ủy quyền nhận thay đã hết hạn',
      why: 'Người nhận thay không còn quyền nhận tiền.',
    },
    paid_elsewhere: {
      title: 'Ở một xã, hưởng ở xã khác',
      why: 'Hai xã có thể cùng chi, hoặc không xã nào theo dõi.',
    },
    merged_still_named: {
      title: 'Còn gắn với hồ sơ đã gộp',
      why: 'Người nhận hoặc quan hệ đang trỏ đến một hồ sơ không còn dùng.',
    },
    impossible_age: {
      title: 'Tuổi không thể có',
      why: 'Sinh sau hôm nay hoặc quá 115 tuổi: sai năm sinh, hoặc đã mất mà chưa ghi.',
    },
    parent_too_young: {
      title: 'Cha, mẹ kém 12 tuổi so với con',
      why: 'Sai năm sinh hoặc ghi nhầm quan hệ; quyền của trẻ tính theo cha, mẹ.',
    },
    vague_birth: {
      title: 'Sắp đến tuổi mà không rõ ngày sinh',
      why: 'Tháng hưởng đầu tiên tính theo ngày sinh.',
    },
    dead_guardian: {
      title: 'Người giám hộ, người chăm sóc đã mất, chưa có người thay',
      why: 'Không ai đứng tên chăm sóc; hỗ trợ chăm sóc có thể phải dừng.',
    },
    dead_head: { title: 'Chủ hộ đã mất', why: 'Danh sách hộ nghèo và giấy mời vẫn ghi tên người đã mất.' },
    no_head: {
      title: 'Hộ không có chủ hộ',
      why: 'Không có người đại diện để mời, để ghi danh sách hộ nghèo.',
    },
    head_elsewhere: {
      title: 'Chủ hộ đã chuyển đi xã khác',
      why: 'Người ở lại không còn ai đại diện tại xã. Đổi chủ hộ, hoặc ghi đúng như vậy.',
    },
    empty_household: {
      title: 'Hộ nghèo không còn ai',
      why: 'Hộ vẫn được đếm trong danh sách hộ nghèo, cận nghèo.',
    },
    certificate_ending: {
      title: 'Giấy xác nhận hết hạn hoặc sắp hết hạn',
      why: 'Hết hạn mà chưa có giấy mới thì quyền lợi dừng lại.',
    },
    disability_without_paper: {
      title: 'Ghi khuyết tật mà thiếu giấy xác nhận',
      why: 'Không có số giấy thì không chứng minh được mức khuyết tật.',
    },
    poverty_list_old: {
      title: 'Danh sách hộ nghèo của năm trước',
      why: 'Xã chưa có danh sách năm nay; mức hưởng còn tính theo danh sách cũ.',
    },
    number_missing: {
      title: 'Chưa có số định danh cá nhân',
      why: 'Không đối chiếu được với dân cư, không mở được tài khoản, dễ lập trùng hồ sơ.',
    },
    number_contradicts: {
      title: 'Số định danh không khớp nhân thân',
      why: 'Sai số, sai năm sinh hoặc sai giới tính; ngân hàng có thể từ chối chi.',
    },
    number_unverified: {
      title: 'Số định danh chưa đối chiếu dân cư',
      why: 'Đang hưởng mà chưa biết số có đúng là của người này.',
    },
    unit_unknown: {
      title: 'Địa chỉ thuộc đơn vị không còn',
      why: 'Không biết xã nào theo dõi người này từ khi sắp xếp đơn vị.',
    },
    no_village: { title: 'Chưa ghi thôn, tổ dân phố', why: 'Không xếp được vào danh sách chi trả của thôn.' },
    no_way: { title: 'Chưa ghi cách nhận tiền', why: 'Tiền được chi bằng tiền mặt tại xã cho đến khi ghi.' },
  } satisfies Record<RuleId, RuleWords>,
  wrong: {
    says: {
      province: 'mã tỉnh không có',
      sex: 'chữ số thứ tư là của giới tính khác',
      year: 'hai chữ số năm sinh khác',
    },
    number: (end: string, says: string) => `Số …${end}: ${says}`,
    account: (end: string, whom: string) => `Tài khoản …${end} cũng của ${whom}`,
    parent: (whom: string, years: number) =>
      years > 0 ? `${whom} chỉ hơn ${years} tuổi` : `${whom} không hơn tuổi con`,
    age: (age: number, year: number) => `Đủ ${age} tuổi trong năm ${year}`,
    payee: (whom: string) => `Người nhận: ${whom}`,
    guardian: (whom: string) => `Người giám hộ: ${whom}`,
    carer: (whom: string) => `Người chăm sóc: ${whom}`,
    head: (whom: string) => `Chủ hộ: ${whom}`,
    merged: (whom: string) => `Hồ sơ đã gộp: ${whom}`,
    paidIn: (area: string) => `Hưởng ở ${area}`,
    year: (year: number) => `Danh sách năm ${year}`,
    papers: {
      disability: 'Giấy xác nhận khuyết tật',
      study: 'Giấy xác nhận đang học',
      pregnancy: 'Giấy xác nhận mang thai',
    } as Readonly<Record<string, string>>,
    paper: 'Giấy xác nhận',
    ends: (paper: string, day: string) => `${paper}: hết hạn ${day}`,
    ended: (paper: string, day: string) => `${paper}: đã hết hạn ${day}`,
  },
  problems: {
    'quality.finding_not_found':
      'Dòng này không còn trong danh sách: dữ liệu đã được sửa. Tải lại trang để xem.',
    'quality.already_excepted': 'Đã có người ghi «đúng như vậy» cho dòng này. Tải lại trang để xem lý do.',
    'quality.exception_not_found': 'Dòng này đã được đưa lại vào danh sách phải sửa. Tải lại trang để xem.',
    'quality.exception_ends_in_past': 'Ngày hết hạn đã qua. Chọn một ngày từ hôm nay, hoặc để trống.',
    'quality.request_reused': 'Yêu cầu này đã được gửi với nội dung khác. Đóng hộp thoại và làm lại.',
    'people.number_in_use':
      'Số này đang thuộc một người khác. Tìm theo số để xem có phải hai hồ sơ của một người.',
    'people.number_contradicts':
      'Số không khớp giới tính hoặc năm sinh đã ghi. Xem lại thẻ; nếu thẻ đúng như vậy, ghi lý do giữ số rồi gửi lại.',
    'people.number_of_kind_exists': 'Người này đã có số định danh. Tải lại trang để xem.',
  } satisfies ProblemWords,
}
