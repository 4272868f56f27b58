import type { QuestionId } from '../domain/question.ts'
import type { QuestionWords } from './speaker.ts'

const yesNo = { yes: 'Có', no: 'Không', unknown: 'Tôi không rõ' }

const parent = (unidentified: string) => ({
  raises: 'Còn sống, đang nuôi hoặc nuôi được cháu',
  dead: 'Đã mất',
  unidentified,
  missing: 'Tòa án đã tuyên bố mất tích',
  left: 'Bỏ đi, Tòa án chưa tuyên bố mất tích',
  facility: 'Đang ở cơ sở trợ giúp xã hội',
  detained: 'Đang đi tù, ở trường giáo dưỡng, cơ sở giáo dục hoặc cai nghiện bắt buộc',
  unknown: 'Tôi không rõ',
})

/** The questions as they were designed, read aloud once more and put the way old people say it. */
export const questionsVi: Readonly<Record<QuestionId, QuestionWords>> = {
  who: {
    ask: () => 'Ông/bà đang hỏi cho ai?',
    why: 'Để các câu sau hỏi đúng về người cần được trợ giúp.',
    options: {
      self: 'Cho chính tôi',
      relative: 'Cho người thân',
      child: 'Cho trẻ em tôi đang nuôi',
      neighbour: 'Cho hàng xóm, người tôi giúp đỡ',
      deceased: 'Cho người vừa qua đời',
      takeIn: 'Tôi muốn nhận chăm sóc, nuôi dưỡng người khác',
    },
  },
  takeIn: {
    ask: () => 'Ông/bà muốn nhận chăm sóc ai?',
    why: 'Mức hỗ trợ cho người nhận chăm sóc khác nhau theo người được chăm sóc.',
    options: {
      child: 'Trẻ em không còn cha mẹ nuôi (mồ côi, bị bỏ rơi …)',
      disabled: 'Người khuyết tật đặc biệt nặng',
      older: 'Người cao tuổi nghèo không nơi nương tựa, không tự lo được',
      emergency: 'Người cần chỗ ở, người chăm sóc ngay trong vài ngày tới',
    },
  },
  happening: {
    ask: () => 'Có chuyện nào dưới đây đang xảy ra không?',
    hint: () => 'Có thể chọn nhiều.',
    why: 'Khi có nguy hiểm, thiếu ăn hoặc thiên tai, xã phải giúp ngay, không chờ thủ tục hằng tháng.',
    options: {
      harm: 'Bị đánh đập, xâm hại, đe dọa hoặc bị mua bán',
      nobody: 'Không có chỗ ở hoặc không có ai chăm sóc ngay lúc này',
      hunger: 'Thiếu ăn',
      home: 'Nhà bị sập, cháy, trôi, hư hỏng nặng hoặc phải di dời',
      accident: 'Có người chết, mất tích hoặc bị thương nặng do thiên tai, hỏa hoạn, tai nạn',
      nothing: 'Không có chuyện nào',
      unknown: 'Tôi không biết',
    },
  },
  birth: {
    ask: ({ Ai }) => `${Ai} sinh ngày nào?`,
    hint: () => 'Xem trên thẻ căn cước hoặc giấy khai sinh. Ví dụ: 12 5 1948.',
    why: 'Tuổi quyết định khoản nào phù hợp. Người từ đủ 75 tuổi có thể nhận trợ cấp hưu trí xã hội. Hộ nghèo, hộ cận nghèo thì từ đủ 70 tuổi.',
    options: {},
  },
  place: {
    ask: ({ Ai, whom }) => `${Ai} ${whom === 'dead' ? 'đã' : 'đang'} sống ở xã, phường, đặc khu nào?`,
    hint: () => 'Gõ tên xã cũ cũng được. Gõ không dấu cũng được.',
    why: 'Tỉnh có thể cho mức cao hơn mức chung. Tên xã cũng cho biết nơi nộp hồ sơ gần nhất.',
    options: { unknown: 'Tôi không biết' },
  },
  deceased: {
    ask: () => 'Người đã mất thuộc trường hợp nào?',
    hint: () => 'Có thể chọn nhiều.',
    why: 'Người lo mai táng có thể được hỗ trợ chi phí. Mức hỗ trợ tùy người đã mất đang nhận khoản nào.',
    options: {
      allowance: 'Đang nhận trợ cấp xã hội hằng tháng',
      socialPension: 'Đang nhận trợ cấp hưu trí xã hội',
      survivor: 'Đang nhận tiền tuất hằng tháng',
      singleParentsChild: 'Là con của người đơn thân nghèo đang nhận trợ cấp',
      applied: 'Đã nộp hồ sơ, chưa có quyết định',
      facility: 'Ở cơ sở trợ giúp xã hội',
      nothing: 'Không thuộc trường hợp nào',
      unknown: 'Tôi không rõ',
    },
  },
  funeralPaid: {
    ask: () => 'Đã có ai nhận tiền mai táng từ bảo hiểm xã hội hoặc chế độ người có công chưa?',
    why: 'Nhiều chế độ mai táng thì chỉ được nhận một mức cao nhất.',
    options: { no: 'Chưa', yes: 'Đã nhận', unknown: 'Tôi không rõ' },
  },
  household: {
    ask: ({ ai }) => `Năm nay, hộ của ${ai} được xã công nhận là hộ gì?`,
    hint: () => 'Xem giấy chứng nhận hộ nghèo, hộ cận nghèo.',
    why: 'Nhiều khoản chỉ dành cho hộ nghèo, hộ cận nghèo.',
    options: {
      poor: 'Hộ nghèo',
      nearPoor: 'Hộ cận nghèo',
      neither: 'Không phải hai loại trên',
      unknown: 'Tôi không biết',
    },
  },
  home: {
    ask: ({ ai }) => `Hiện nay ${ai} ở đâu?`,
    why: 'Người ở cơ sở trợ giúp xã hội được nuôi dưỡng tại đó, nên không nhận thêm trợ cấp ở nhà.',
    options: {
      family: 'Ở nhà với gia đình',
      alone: 'Ở nhà một mình',
      takenIn: 'Ở nhà người khác nhận chăm sóc',
      facility: 'Trong cơ sở trợ giúp xã hội',
      homeless: 'Không có chỗ ở ổn định',
      detained: 'Đang đi tù theo bản án',
      held: 'Đang bị tạm giam, hoặc cai nghiện bắt buộc',
      unknown: 'Tôi không biết',
    },
  },
  income: {
    ask: ({ ai, whom }) =>
      whom === 'dead'
        ? 'Lúc còn sống, mỗi tháng người đã mất có nhận khoản nào dưới đây không?'
        : `Mỗi tháng ${ai} có nhận khoản nào dưới đây không?`,
    hint: () => 'Có thể chọn nhiều.',
    why: 'Người có lương hưu hoặc trợ cấp bảo hiểm xã hội từ một mức nhất định thì không nhận hưu trí xã hội.',
    options: {
      pension: 'Lương hưu',
      insurance: 'Trợ cấp bảo hiểm xã hội hằng tháng',
      survivor: 'Tiền tuất hằng tháng',
      wage: 'Tiền lương, tiền công',
      merit: 'Trợ cấp người có công',
      allowance: 'Trợ cấp xã hội hằng tháng',
      socialPension: 'Trợ cấp hưu trí xã hội',
      nothing: 'Không nhận khoản nào',
      unknown: 'Tôi không biết',
    },
  },
  pension: {
    ask: () => 'Khoản đó mỗi tháng được bao nhiêu tiền?',
    hint: () => 'Nếu nhận nhiều khoản, cộng lương hưu với trợ cấp bảo hiểm xã hội.',
    why: 'Người có lương hưu rất thấp vẫn có thể nhận hưu trí xã hội.',
    options: {
      below: ({ limit }) => `Dưới ${limit}`,
      from: ({ limit }) => `Từ ${limit} trở lên`,
      unknown: 'Tôi không nhớ',
    },
  },
  disability: {
    ask: ({ Ai }) =>
      `${Ai} có khuyết tật hoặc khó khăn lâu dài khi đi lại, nghe, nói, nhìn, hiểu biết, hoặc bị bệnh tâm thần không?`,
    why: 'Người khuyết tật nặng và đặc biệt nặng được trợ cấp ở mọi tuổi, không xét giàu nghèo.',
    options: {
      certified: 'Có, đã có giấy xác nhận khuyết tật',
      uncertified: 'Có, chưa có giấy',
      concluded: 'Có kết luận giám định y khoa cũ',
      no: 'Không',
      unknown: 'Tôi không biết',
    },
  },
  level: {
    ask: () => 'Trên giấy ghi mức độ nào?',
    hint: () => 'Xem dòng «Mức độ khuyết tật» trên giấy xác nhận khuyết tật.',
    why: 'Mức tiền khác nhau theo mức độ khuyết tật.',
    options: { exceptional: 'Đặc biệt nặng', severe: 'Nặng', mild: 'Nhẹ', unknown: 'Tôi không rõ' },
  },
  certificateAge: {
    ask: () => 'Giấy đó được cấp khi cháu chưa đủ 6 tuổi phải không?',
    why: 'Khi cháu đủ 6 tuổi, xã phải xác định lại mức độ khuyết tật.',
    options: { yes: 'Phải', no: 'Không', unknown: 'Tôi không rõ' },
  },
  pregnancy: {
    ask: ({ Ai }) => `${Ai} có đang mang thai hoặc nuôi con dưới 36 tháng tuổi không?`,
    why: 'Người khuyết tật đang mang thai hoặc nuôi con nhỏ có thêm một khoản hỗ trợ.',
    options: {
      pregnant: 'Đang mang thai',
      one: 'Đang nuôi một con dưới 36 tháng',
      both: 'Vừa mang thai vừa nuôi một con dưới 36 tháng',
      several: 'Đang nuôi từ hai con dưới 36 tháng',
      no: 'Không',
      unknown: 'Tôi không biết',
    },
  },
  spouse: {
    ask: ({ ai }) => `Vợ hoặc chồng của ${ai} có đang nhận hỗ trợ cho người khuyết tật nuôi con nhỏ không?`,
    why: 'Cả hai vợ chồng đều đủ điều kiện thì chỉ một người được nhận.',
    options: { yes: 'Có', no: 'Không', single: 'Không có vợ, chồng', unknown: 'Tôi không biết' },
  },
  abandoned: {
    ask: () => 'Cháu có bị bỏ rơi và chưa được nhận làm con nuôi không?',
    why: 'Trẻ em bị bỏ rơi chưa có người nhận làm con nuôi được trợ cấp hằng tháng.',
    options: yesNo,
  },
  father: {
    ask: () => 'Cha của cháu hiện nay thế nào?',
    why: 'Trẻ em không còn cha mẹ nuôi được thì được trợ cấp hằng tháng.',
    options: parent('Không ai biết cha là ai (giấy khai sinh để trống tên cha)'),
  },
  mother: {
    ask: () => 'Mẹ của cháu hiện nay thế nào?',
    why: 'Trẻ em không còn cha mẹ nuôi được thì được trợ cấp hằng tháng.',
    options: parent('Không ai biết mẹ là ai (giấy khai sinh để trống tên mẹ)'),
  },
  raisedBy: {
    ask: () => 'Ai đang nuôi cháu?',
    why: 'Người nhận nuôi trẻ em không còn cha mẹ nuôi cũng được hỗ trợ.',
    options: {
      parents: 'Cha hoặc mẹ',
      relatives: 'Ông bà, cô dì chú bác, anh chị ruột',
      others: 'Gia đình khác',
      adopted: 'Cha mẹ nuôi theo quyết định nhận con nuôi',
      facility: 'Cơ sở trợ giúp xã hội',
      nobody: 'Chưa có ai',
      unknown: 'Tôi không biết',
    },
  },
  carer: {
    ask: ({ ai }) => `Hằng ngày ai chăm sóc ${ai}?`,
    why: 'Người chăm sóc người khuyết tật đặc biệt nặng được hỗ trợ riêng.',
    options: {
      family: 'Người trong gia đình',
      decided: 'Người khác nhận về chăm sóc, có quyết định của xã',
      nobody: 'Chưa có ai',
      unknown: 'Tôi không rõ',
    },
  },
  village: {
    ask: () => 'Cháu ở thôn, bản, buôn nào?',
    hint: () => 'Để xem nơi ở có thuộc vùng đặc biệt khó khăn không.',
    why: 'Trẻ em dưới 3 tuổi thuộc hộ nghèo, hộ cận nghèo ở vùng đặc biệt khó khăn được trợ cấp.',
    options: { unknown: 'Tôi không biết' },
  },
  hiv: {
    ask: ({ ai }) => `Một câu riêng tư, có thể bỏ qua: ${ai} có đang sống chung với HIV không?`,
    hint: () => 'Không ai thấy, không lưu câu trả lời.',
    why: 'Người nghèo đang sống chung với HIV có thể được trợ cấp. Không muốn trả lời cũng không sao.',
    options: { yes: 'Có', no: 'Không', unknown: 'Tôi không muốn trả lời' },
  },
  childSupport: {
    ask: ({ ai }) => `Trước 16 tuổi, ${ai} có nhận trợ cấp cho trẻ mồ côi, trẻ không còn cha mẹ nuôi không?`,
    why: 'Người đã nhận khoản này mà còn đi học thì được nhận tiếp.',
    options: yesNo,
  },
  study: {
    ask: ({ Ai }) => `${Ai} có đang đi học không?`,
    why: 'Còn học liên tục thì còn được nhận tiếp.',
    options: {
      school: 'Phổ thông, giáo dục thường xuyên',
      vocational: 'Học nghề, trung cấp, cao đẳng',
      university: 'Đại học (bằng thứ nhất)',
      paused: 'Tạm nghỉ, nhà trường cho bảo lưu',
      ended: 'Đã nghỉ học',
      unknown: 'Tôi không biết',
    },
  },
  singleParent: {
    ask: ({ Ai }) => `${Ai} có đang một mình nuôi con dưới 16 tuổi không?`,
    why: 'Người đơn thân thuộc hộ nghèo, hộ cận nghèo đang nuôi con được trợ cấp cho từng con.',
    options: {
      neverMarried: 'Có, chưa từng kết hôn',
      spouseDead: 'Có, vợ hoặc chồng đã chết',
      spouseMissing: 'Có, vợ hoặc chồng bị Tòa án tuyên bố mất tích',
      divorced: 'Có, đã ly hôn hoặc ly thân',
      no: 'Không',
      unknown: 'Tôi không biết',
    },
  },
  children: {
    ask: ({ Ai }) => `${Ai} đang nuôi mấy con dưới 16 tuổi?`,
    why: 'Mỗi con được tính một phần.',
    options: { unknown: 'Tôi không biết' },
  },
  obligor: {
    ask: ({ Ai }) => `${Ai} có vợ, chồng, con, cháu phải chăm sóc, nuôi dưỡng mình không?`,
    hint: () => 'Luật gọi đó là người có nghĩa vụ phụng dưỡng. Tính cả người ở xa.',
    why: 'Người cao tuổi nghèo không có ai chăm sóc, nuôi dưỡng được trợ cấp cao hơn.',
    options: {
      nobody: 'Không có ai',
      onAllowance: 'Có, nhưng người đó cũng đang nhận trợ cấp xã hội hằng tháng',
      somebody: 'Có',
      unknown: 'Tôi không rõ',
    },
  },
  selfCare: {
    ask: ({ Ai }) => `${Ai} có tự sống ở nhà được không?`,
    why: 'Người không tự lo được có thể được người khác nhận về chăm sóc, hoặc vào cơ sở trợ giúp xã hội.',
    options: {
      yes: 'Được',
      takenIn: 'Không, đang có người nhận về chăm sóc',
      facility: 'Không, muốn vào cơ sở trợ giúp xã hội',
      nobody: 'Không, chưa có ai giúp',
      unknown: 'Tôi không biết',
    },
  },
  hunger: {
    ask: () => 'Có mấy người đang thiếu ăn, vì sao?',
    why: 'Gạo được tính theo số người.',
    options: {
      newYear: 'Dịp Tết Nguyên đán',
      harvest: 'Giáp hạt, mất mùa',
      disaster: 'Thiên tai, hỏa hoạn',
      other: 'Lý do khác',
      unknown: 'Tôi không biết',
    },
  },
  damage: {
    ask: () => 'Nhà bị thiệt hại thế nào?',
    why: 'Mức hỗ trợ sửa nhà, làm nhà tùy mức thiệt hại.',
    options: {
      destroyed: 'Sập, trôi, cháy hoàn toàn, không còn chỗ ở',
      heavy: 'Hư hỏng nặng, không ở được',
      light: 'Hư hỏng nhẹ',
      relocation: 'Phải di dời khẩn cấp theo quyết định của cơ quan nhà nước',
      unknown: 'Tôi không rõ',
    },
  },
  hardship: {
    ask: () => 'Xã có xác nhận hộ có hoàn cảnh khó khăn không?',
    why: 'Hộ không nghèo nhưng được xã xác nhận khó khăn vẫn có thể được hỗ trợ nhà ở.',
    options: yesNo,
  },
  victim: {
    ask: () => 'Người bị nạn thế nào?',
    why: 'Luật hỗ trợ người chết, mất tích và người phải điều trị từ 3 ngày.',
    options: {
      dead: 'Đã chết hoặc mất tích',
      long: 'Cấp cứu, điều trị từ 3 ngày trở lên',
      short: 'Cấp cứu, điều trị dưới 3 ngày',
      unknown: 'Tôi không rõ',
      away: 'Bị nạn ở xa nhà, không có người thân chăm sóc',
    },
  },
  services: {
    ask: ({ Ai }) => `${Ai} còn cần giúp việc gì?`,
    hint: () => 'Có thể chọn nhiều, có thể bỏ qua.',
    why: 'Ngoài tiền, còn nhiều dịch vụ trợ giúp. Chúng tôi chỉ nơi hỏi.',
    options: {
      equipment: 'Xe lăn, chân tay giả, máy trợ thính',
      rehabilitation: 'Phục hồi chức năng',
      work: 'Học nghề, việc làm, vay vốn',
      counselling: 'Tư vấn tâm lý',
      legalAid: 'Trợ giúp pháp lý',
      drugs: 'Hỗ trợ cai nghiện, sau cai',
      paidCare: 'Ở cơ sở chăm sóc tự nguyện, trả phí',
      nothing: 'Không cần',
      unknown: 'Tôi không biết',
    },
  },
}
