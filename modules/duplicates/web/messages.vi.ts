import { formatCount, formatDate } from '#kernel/written'
import { likenessWordsVi, tiesInVietnamese } from '#modules/people/contract'
import type { JoinedTie, PairState, PairView } from '../contract.ts'
import { changedParts, type ChangedPart } from './changed-parts.ts'

const changed: Readonly<Record<ChangedPart, string>> = {
  identifier: 'số giấy tờ',
  residence: 'nơi ở',
  membership: 'hộ',
  relation: 'quan hệ',
  circumstance: 'hoàn cảnh',
}
const count = (pairs: number) => `${formatCount(pairs)} cặp`

/** Words of the pages about records that may be one person («nghi trùng»). */
export const messages = {
  section: 'Đối tượng',
  title: 'Nghi trùng',
  lead: 'Hai hồ sơ có thể là một người. Xem từng cặp rồi giữ riêng, gộp, hoặc hỏi xã bên kia.',
  lookedAt: (moment: string) => `Cả sổ được so lần gần nhất ${moment}; người mới ghi được so ngay.`,
  notLooked: 'Chương trình đang so cả sổ lần đầu. Các cặp sẽ hiện ở đây khi xong.',
  views: {
    undecided: 'Cần xem',
    asked: 'Đang hỏi xã khác',
    agreed: 'Xã khác xác nhận trùng',
    proposed: 'Chờ người thứ hai',
    apart: 'Đã giữ riêng',
    merged: 'Đã gộp',
  } satisfies Record<PairView, string>,
  states: {
    open: 'Cần xem',
    asked: 'Đang hỏi xã khác',
    agreed: 'Xã khác xác nhận',
    proposed: 'Chờ người thứ hai',
    apart: 'Giữ riêng',
    merged: 'Đã gộp',
  } satisfies Record<PairState, string>,
  filter: {
    title: 'Lọc các cặp',
    area: 'Xã, phường',
    areaOf: (name: string, pairs: number) => `${name} (${pairs})`,
    everyArea: 'Cả địa bàn',
    reach: 'Nơi ở của hai bên',
    reaches: { within: 'Cùng một xã', across: 'Hai xã khác nhau' },
    everyReach: 'Cùng xã và khác xã',
    money: 'Chỉ cặp có tiền chi trùng',
    apply: 'Lọc',
    clear: 'Bỏ lọc',
  },
  list: {
    caption: 'Các cặp hồ sơ nghi trùng',
    pair: 'Cặp hồ sơ',
    likely: 'Độ tin cậy',
    evidence: 'Bằng chứng',
    money: 'Tiền chi trùng',
    areas: 'Nơi ở',
    state: 'Trạng thái',
    agree: (what: string) => `Giống: ${what}`,
    differ: (what: string) => `Khác: ${what}`,
    elsewhere: 'ngoài địa bàn',
    answerHere: 'Chờ xã mình trả lời',
    total: (pairs: number, money: string) => `${count(pairs)} · tiền chi trùng ${money}`,
    none: 'Không còn cặp nghi trùng nào ở đây.',
    noneNext: 'Người mới ghi hoặc mới sửa được so với cả sổ ngay trong ngày.',
    noneFiltered: 'Không có cặp nào khớp với bộ lọc.',
    preparing: 'Đang so cả sổ',
  },
  suspected: (name: string) => `Nghi trùng với ${name}`,
  likely: { sure: 'Gần như chắc chắn', high: 'Nhiều khả năng', middle: 'Có thể', low: 'Ít khả năng' },
  share: (percent: string) => `${percent} %`,
  pair: {
    crumb: 'So hai hồ sơ',
    title: (one: string, other: string) => `${one} / ${other}`,
    tab: 'So hai hồ sơ',
    compare: 'So từng mục',
    caption: 'Hai hồ sơ cạnh nhau, mỗi mục giống hay khác và nặng bao nhiêu điểm',
    field: 'Mục',
    side: { one: 'Hồ sơ A', other: 'Hồ sơ B' },
    keptSide: (side: string) => `${side} · giữ lại`,
    alike: 'Giống, khác',
    keep: 'Lấy từ',
    keepOf: (field: string) => `${field}: lấy từ hồ sơ`,
    points: (points: string) => `${points} điểm`,
    explainPoints: (points: string, likely: string) =>
      `Cộng ${points} điểm, tức khả năng là một người khoảng ${likely}. Mỗi điểm dương làm khả năng tăng gấp đôi, mỗi điểm âm làm giảm một nửa.`,
    nothingSaid: 'có bên không ghi',
    notCompared: 'không so',
    differs: 'khác nhau',
    fields: {
      fullName: 'Họ tên',
      born: 'Ngày sinh',
      sex: 'Giới tính',
      personal_id: 'Số định danh cá nhân',
      legacy_id: 'Số chứng minh nhân dân',
      health_card: 'Thẻ bảo hiểm y tế',
      social_insurance: 'Mã số bảo hiểm xã hội',
      home: 'Nơi ở, hộ',
      head: 'Chủ hộ',
      spouse: 'Vợ, chồng',
      phone: 'Điện thoại',
      ethnicGroup: 'Dân tộc',
      died: 'Ngày mất',
      facts: 'Hoàn cảnh',
      awards: 'Quyết định hưởng',
      registered: 'Lập ngày',
      source: 'Nguồn',
    },
    keptFacts: (side: string) => `cùng loại thì theo ${side}`,
    formerly: (name: string) => `ghi khi còn là ${name}`,
    hidden: 'không hiện, ngoài địa bàn',
    award: (benefit: string, from: string, through: string) => `${benefit}: ${from} → ${through}`,
    now: 'nay',
    verified: 'đã đối chiếu',
    open: (name: string) => `Mở hồ sơ của ${name}`,
    outOfSight:
      'Một hồ sơ ở xã khác nên chỉ hiện phần đủ để hỏi. Muốn gộp thì hỏi xã bên kia trước; khi họ xác nhận, tỉnh hoặc người phụ trách cả hai xã gộp.',
    obstacles: {
      awards_of_two_schemes:
        'Hai hồ sơ đang hưởng hai chế độ khác nhau. Ra quyết định thôi hưởng một bên trước, rồi gộp.',
      one_has_died:
        'Một hồ sơ ghi đã mất, hồ sơ kia thì không. Lập yêu cầu ghi việc mất, hoặc hủy ghi đã mất, kèm giấy tờ; duyệt xong rồi gộp.',
      are_related:
        'Hai hồ sơ đang ghi có quan hệ với nhau, nên là hai người. Bấm “Không phải một người”; nếu quan hệ ghi nhầm, mở hồ sơ, ghi chấm dứt quan hệ, rồi gộp.',
    },
    askDeath: (name: string, year: string) => `Ghi việc mất: ${name}, sinh ${year}`,
    askAlive: (name: string, year: string) => `Hủy ghi đã mất: ${name}, sinh ${year}`,
    second: 'Đã có tiền chi cho ít nhất một hồ sơ, nên việc gộp cần người thứ hai xác nhận.',
    joined: {
      before: 'Gộp thì quan hệ của hai hồ sơ được nối như sau',
      after: 'Quan hệ của hai hồ sơ đã được nối khi gộp',
      days: (from: string | null, through: string | null) =>
        [from && `từ ${from}`, through && `đến ${through}`].filter(Boolean).join(' ') || 'không rõ ngày',
      and: ' và ',
      whom: (tie: JoinedTie) => tiesInVietnamese({ ties: [tie] }),
      longer: (whom: string, told: string, now: string) =>
        `Hai hồ sơ cùng ghi một quan hệ${whom}, ${told}. Nối thành một: ${now}.`,
      shorter: (whom: string, told: string, now: string) =>
        `Hồ sơ không giữ ghi việc giám hộ${whom} ${told}, trùng những ngày hồ sơ được giữ ghi ngược lại. ${
          now === '' ? 'Phần này không ghi vào hồ sơ được giữ.' : `Chỉ ghi phần không trùng: ${now}.`
        } Lịch sử hồ sơ kia vẫn còn đủ.`,
    },
  },
  money: {
    title: 'Chi trùng',
    total: (amount: string) => `Hai hồ sơ cùng được lập danh sách: ${amount}.`,
    next: 'Gộp thì số này thành đề nghị thu hồi; người có thẩm quyền quyết định thu hay không.',
    caption: 'Các tháng cả hai hồ sơ được lập danh sách',
    month: 'Tháng hưởng',
    component: 'Khoản',
    excess: 'Chi trùng',
    sum: 'Cộng (đồng)',
  },
  components: {
    allowance: 'Trợ cấp xã hội',
    single_parent: 'Đơn thân nuôi con',
    social_pension: 'Hưu trí xã hội',
    care: 'Chăm sóc, nuôi dưỡng',
    parenting: 'Mang thai, nuôi con nhỏ',
  } as Readonly<Record<string, string>>,
  benefits: {
    monthly_allowance: 'Trợ cấp xã hội',
    social_pension: 'Hưu trí xã hội',
    care_support: 'Kinh phí chăm sóc',
    parenting_support: 'Mang thai, nuôi con nhỏ',
    facility_care: 'Nuôi dưỡng tại cơ sở',
  } as Readonly<Record<string, string>>,
  sex: { female: 'nữ', male: 'nam' },
  groups: {
    name: 'họ tên',
    born: 'ngày sinh',
    sex: 'giới tính',
    number: 'số giấy tờ',
    home: 'nơi ở',
    head: 'chủ hộ',
    phone: 'điện thoại',
  } as Readonly<Record<string, string>>,
  comparisons: {
    'name.family': 'họ',
    'name.middle': 'đệm',
    'name.given': 'tên',
    commune: 'xã',
    village: 'thôn',
    'head.family': 'họ',
    'head.middle': 'đệm',
    'head.given': 'tên',
  } as Readonly<Record<string, string>>,
  levels: likenessWordsVi.levels,
  acts: {
    apart: 'Không phải một người',
    merge: 'Gộp hồ sơ',
    propose: 'Đề nghị gộp',
    ask: 'Hỏi xã bên kia',
    answer: 'Trả lời xã đã hỏi',
    confirm: 'Xác nhận gộp',
    withdraw: 'Không gộp nữa',
    undo: 'Tách lại hai hồ sơ',
    cancel: 'Để sau',
    back: 'Về danh sách',
    next: 'Cặp tiếp theo',
  },
  dialogs: {
    reason: 'Lý do',
    reasonHint: 'Ghi đủ để người xem sau này hiểu, ví dụ giấy tờ đã xem.',
    needsReason: 'Ghi lý do, ít nhất 5 chữ cái.',
    apart: {
      title: 'Giữ riêng hai hồ sơ?',
      lead: 'Cặp này được nhớ mãi là hai người, chương trình không hỏi lại nữa.',
    },
    merge: {
      title: 'Gộp hai hồ sơ thành một?',
      lead: (kept: string) =>
        `Giữ hồ sơ ${kept}. Hồ sơ kia vẫn còn với lịch sử, quyết định và tiền đã chi, nhưng không đứng riêng nữa. Tách lại được nếu gộp nhầm.`,
      second: 'Đã có tiền chi, nên người thứ hai phải xác nhận thì mới gộp.',
      nextHead: 'Ai làm chủ hộ của những người ở lại?',
      nextHeadHint: (names: string) => `Gộp xong thì hộ còn lại mất chủ hộ. Ở lại: ${names}.`,
      noNextHead: 'Chưa rõ: hộ vào danh sách “Hộ không có chủ hộ” để bổ sung sau',
      pick: 'Chọn',
      needsNextHead: 'Chọn ai làm chủ hộ, hoặc ghi chưa rõ.',
    },
    confirm: {
      title: 'Xác nhận hai hồ sơ là một người?',
      lead: (by: string, why: string) => `${by} đề nghị: ${why}`,
      nextHead: (name: string) => `Chủ hộ của những người ở lại: ${name}.`,
      noNextHead: 'Hộ còn lại chưa có chủ hộ, sẽ vào danh sách “Hộ không có chủ hộ”.',
    },
    ask: {
      title: 'Hỏi xã bên kia',
      lead: (area: string) => `Câu hỏi gửi tới ${area}. Họ thấy cặp này và trả lời ngay trên trang.`,
      message: 'Câu hỏi',
    },
    answer: {
      title: 'Trả lời xã đã hỏi',
      what: 'Hai hồ sơ có phải một người không?',
      answers: { same: 'Cùng một người', different: 'Hai người khác nhau', unsure: 'Không rõ' },
      details: {
        same: 'Cặp chờ được gộp.',
        different: 'Cặp được nhớ mãi là hai người.',
        unsure: 'Cặp trở lại danh sách cần xem.',
      },
      note: 'Căn cứ',
      needsAnswer: 'Chọn một câu trả lời.',
    },
    withdraw: { title: 'Không gộp cặp này nữa?', lead: 'Cặp trở lại danh sách cần xem.' },
    undo: {
      title: 'Tách lại hai hồ sơ?',
      lead: 'Mỗi hồ sơ trở về đúng như trước khi gộp. Đề nghị thu hồi chưa ai quyết định được bỏ đi.',
    },
  },
  questions: {
    title: 'Hỏi đáp giữa hai xã',
    asked: (by: string, from: string, at: string) => `${by}, ${from}, hỏi ${at}`,
    answered: (by: string, at: string) => `${by} trả lời ${at}`,
    waiting: (area: string) => `Chưa có trả lời của ${area}.`,
  },
  done: {
    apart: 'Đã giữ riêng hai hồ sơ. Cặp này không bị hỏi lại.',
    proposed: 'Đã gửi đề nghị gộp. Cần người thứ hai xác nhận.',
    merged: 'Đã gộp hai hồ sơ thành một.',
    mergedWithMoney: (amount: string) => `Đã gộp hai hồ sơ. Đề nghị thu hồi ${amount} chi trùng đã được lập.`,
    asked: 'Đã gửi câu hỏi. Trả lời sẽ hiện ở đây.',
    agreed: 'Đã trả lời: cùng một người. Cặp chờ được gộp.',
    open: 'Cặp đã trở lại danh sách cần xem.',
  },
  said: {
    proposed: (by: string, at: string) => `${by} đề nghị gộp lúc ${at}.`,
    apart: (by: string, at: string) => `${by} giữ riêng lúc ${at}.`,
    merged: (by: string, at: string) => `${by} gộp lúc ${at}.`,
    parted: (by: string, at: string) => `${by} tách lại lúc ${at}.`,
    reason: (why: string) => `Lý do: ${why}`,
    keptIs: (name: string) => `Hồ sơ được giữ: ${name}`,
  },
  problems: {
    'duplicates.pair_not_found':
      'Không có cặp này trong địa bàn của anh/chị. Có thể một hồ sơ đã được sửa hoặc đã gộp. Về danh sách để xem các cặp còn lại.',
    'duplicates.pair_decided': 'Người khác vừa quyết định cặp này. Tải lại trang để xem.',
    'duplicates.needs_both_in_sight':
      'Một hồ sơ ở ngoài địa bàn của anh/chị. Hỏi xã bên kia; khi họ xác nhận, tỉnh sẽ gộp.',
    'duplicates.same_commune': 'Cả hai hồ sơ ở cùng một xã, không có xã nào để hỏi.',
    'duplicates.already_asked': 'Xã bên kia đã được hỏi và chưa trả lời.',
    'duplicates.nobody_asked': 'Không còn câu hỏi nào chờ trả lời. Tải lại trang để xem.',
    'duplicates.not_asked_here': 'Câu hỏi gửi cho xã khác, xã đó trả lời.',
    'duplicates.awards_of_two_schemes':
      'Hai hồ sơ đang hưởng hai chế độ khác nhau. Ra quyết định thôi hưởng một bên trước, rồi gộp.',
    'duplicates.one_has_died':
      'Một hồ sơ ghi đã mất, hồ sơ kia thì không. Lập yêu cầu ghi việc mất, hoặc hủy ghi đã mất, kèm giấy tờ; duyệt xong rồi gộp.',
    'duplicates.relations_contradict': (details: Readonly<Record<string, unknown>>) =>
      contradictionInWords(details['said'], tiesInVietnamese(details)),
    'duplicates.next_head_needed':
      'Gộp xong thì một hộ mất chủ hộ mà còn người ở lại. Chọn ai làm chủ hộ, hoặc ghi chưa rõ, rồi gộp.',
    'duplicates.next_head_gone':
      'Người được chọn làm chủ hộ không còn ở hộ đó. Bấm “Không gộp nữa”, rồi đề nghị lại và chọn người khác.',
    'duplicates.next_head_not_of_age':
      'Người được chọn chưa đủ 18 tuổi, mà trong hộ có người đã đủ tuổi. Chọn người đủ tuổi làm chủ hộ.',
    'duplicates.nothing_proposed': 'Đề nghị gộp không còn nữa. Tải lại trang để xem.',
    'duplicates.proposed_by_yourself': 'Anh/chị đã đề nghị gộp cặp này. Người thứ hai phải là người khác.',
    'duplicates.needs_confirming_role':
      'Đã có tiền chi cho hồ sơ này. Nhờ Chủ tịch xã hoặc chuyên viên tỉnh tách lại.',
    'duplicates.not_merged': 'Cặp này chưa gộp hoặc đã được tách. Tải lại trang để xem.',
    'duplicates.changed_since_merge': ({ tables, diedSince }: Readonly<Record<string, unknown>>) =>
      typeof diedSince === 'string'
        ? `Chưa tách được vì sau khi gộp đã ghi người này mất ngày ${formatDate(diedSince)}, nên hộ và quan hệ đã kết thúc. Ghi biến động “Hủy ghi đã mất” trước, tách hai hồ sơ, rồi ghi việc mất vào hồ sơ của người đã mất.`
        : `Chưa tách được vì sau khi gộp hồ sơ đã được sửa: ${changedParts(tables, changed)}. Tách bây giờ sẽ mất phần sửa đó. Ghi lại phần đã sửa, trả về như lúc gộp, rồi tách.`,
    'duplicates.undo_later_first':
      'Hồ sơ được giữ đã gộp tiếp vào hồ sơ khác. Tách lần gộp sau trước, rồi tách lần này.',
    'duplicates.merged_already': 'Một trong hai hồ sơ vừa được gộp vào hồ sơ khác. Tải lại trang để xem.',
    'duplicates.request_reused': 'Việc này đã được gửi với nội dung khác. Tải lại trang rồi làm lại.',
  },
}

export type Messages = typeof messages

/** What nobody can be, and what to do: `ties` says whom it is about. */
function contradictionInWords(said: unknown, ties: string): string {
  switch (said) {
    case 'people.relation_with_self':
      return `Chưa gộp được vì hai hồ sơ đang ghi có quan hệ với nhau${ties}, nên là hai người. Bấm “Không phải một người”; nếu quan hệ ghi nhầm, mở hồ sơ, ghi chấm dứt quan hệ, rồi gộp.`
    case 'people.already_married':
      return `Chưa làm được vì một người sẽ có hai vợ hoặc hai chồng cùng lúc${ties}. Ghi việc ly hôn hoặc việc mất trước, rồi làm lại.`
    case 'people.guardian_has_guardian':
      return `Chưa làm được vì một người sẽ vừa có người giám hộ, vừa giám hộ người khác${ties}. Ghi chấm dứt một việc giám hộ trước, rồi làm lại.`
    case 'people.spouse_is_parent':
      return `Chưa làm được vì một người sẽ vừa là cha mẹ hoặc con, vừa là vợ chồng của người kia${ties}. Ghi chấm dứt quan hệ ghi nhầm; nếu cả hai đều đúng thì đây là hai người.`
    case 'people.relation_exists':
      return `Chưa làm được vì một quan hệ sẽ được ghi hai lần${ties}. Mở hồ sơ, ghi chấm dứt một dòng, rồi làm lại.`
    default:
      return `Chưa làm được vì cha hoặc mẹ sẽ sinh sau con, hoặc chưa đủ 12 tuổi khi con sinh ra${ties}. Lấy ngày sinh của hồ sơ kia; nếu quan hệ ghi nhầm, ghi chấm dứt quan hệ trước; nếu cả hai đều đúng thì đây là hai người.`
  }
}
