import type { Advice } from '../../domain/advice.ts'
import type { Fact } from '../../domain/question.ts'

const advice: Readonly<Record<Advice, { readonly title: string; readonly text: string }>> = {
  danger: {
    title: 'Đang có người gặp nguy hiểm',
    text: 'Gọi 113 (Công an), 111 (trẻ em, nạn nhân mua bán, miễn phí, 24/24) hoặc 115 (cấp cứu). Có thể báo Ủy ban nhân dân xã bất cứ lúc nào.',
  },
  temporaryCare: {
    title: 'Cần chỗ ở, người chăm sóc ngay',
    text: 'Báo ngay Ủy ban nhân dân xã. Xã có thể bố trí chăm sóc tạm thời, không quá 3 tháng, có tiền ăn và tiền chữa bệnh. Cơ sở trợ giúp xã hội nhận ngay người cần bảo vệ khẩn cấp, giấy tờ làm sau.',
  },
  childProtection: {
    title: 'Cháu cần được bảo vệ',
    text: 'Gọi 111 (miễn phí, 24/24) hoặc báo xã. Người làm công tác bảo vệ trẻ em sẽ đến gặp cháu.',
  },
  disabilityCertificate: {
    title: 'Nên xin giấy xác nhận khuyết tật',
    text: 'Nộp đơn ở xã, không mất phí. Hội đồng của xã kết luận trong 20 ngày làm việc. Giấy được cấp trong 5 ngày làm việc sau đó. Nếu mức độ là nặng hoặc đặc biệt nặng thì có trợ cấp hằng tháng.',
  },
  oldConclusion: {
    title: 'Kết luận giám định y khoa cũ vẫn có giá trị xem xét',
    text: 'Mang kết luận đến xã. Kết luận có trước tháng 6/2012 được đổi sang mức độ khuyết tật: mất từ 81% là đặc biệt nặng, từ 61% là nặng.',
  },
  levelUnknown: {
    title: 'Cần biết mức độ khuyết tật ghi trên giấy',
    text: 'Xem dòng «Mức độ khuyết tật» trên giấy, rồi trả lời lại câu đó. Mất giấy thì xin cấp lại ở xã trong 5 ngày làm việc.',
  },
  recheckAtSix: {
    title: 'Cháu đủ 6 tuổi phải xác định lại mức độ khuyết tật',
    text: 'Nộp đơn ở xã để Hội đồng xác định lại. Trợ cấp có thể bị tạm dừng nếu không làm.',
  },
  facility: {
    title: 'Có thể vào cơ sở trợ giúp xã hội',
    text: 'Người không tự lo được và không có ai chăm sóc có thể được Nhà nước nuôi dưỡng tại cơ sở. Nộp tờ khai ở xã nơi đang sống.',
  },
  declaredMissing: {
    title: 'Cha hoặc mẹ bỏ đi mà chưa có tuyên bố của Tòa án',
    text: 'Luật chỉ tính là mất tích khi Tòa án đã tuyên bố. Trung tâm trợ giúp pháp lý giúp làm đơn, miễn phí cho trẻ em và người nghèo.',
  },
  adopted: {
    title: 'Cháu đã được nhận làm con nuôi',
    text: 'Cha mẹ nuôi là cha mẹ trước pháp luật. Câu hỏi về cha, mẹ là hỏi về cha mẹ nuôi.',
  },
  decisionToTakeIn: {
    title: 'Khoản cho người nhận chăm sóc cần quyết định của xã',
    text: 'Người nhận chăm sóc làm tờ khai ở xã. Ông bà, cô dì chú bác, anh chị ruột được miễn một số điều kiện.',
  },
  alreadyReceives: {
    title: 'Đang nhận trợ cấp rồi',
    text: 'Số tiền ở trên là mức theo luật, không phải tiền thêm. Nếu đang nhận ít hơn, hãy hỏi xã vì sao.',
  },
  livesInFacility: {
    title: 'Đang ở cơ sở trợ giúp xã hội',
    text: 'Nhà nước trả tiền nuôi dưỡng cho cơ sở, nên không trả trợ cấp hằng tháng cho người ở đó. Khi về nhà, hãy nộp hồ sơ mới trước ngày về để không mất tháng nào.',
  },
  detained: {
    title: 'Đang bị giam hoặc cai nghiện bắt buộc',
    text: 'Trợ cấp hằng tháng dừng trong thời gian chấp hành án. Khi trở về, hãy nộp hồ sơ ở xã nơi sống.',
  },
  funeralPaid: {
    title: 'Đã nhận tiền mai táng ở nơi khác',
    text: 'Chỉ được nhận một mức cao nhất. Nếu tiền đã nhận từ mức ở trên trở lên thì không nhận thêm.',
  },
  appliedBefore: {
    title: 'Hồ sơ đã nộp mà chưa có quyết định',
    text: 'Chỉ được hỗ trợ nếu hồ sơ đó đủ điều kiện. Xã xem hồ sơ đã nộp, không phải nộp lại.',
  },
  equipment: {
    title: 'Xe lăn, chân tay giả, máy trợ thính',
    text: 'Hỏi Trạm Y tế xã hoặc Hội của người khuyết tật. Thẻ bảo hiểm y tế trả một số dụng cụ phục hồi chức năng.',
  },
  rehabilitation: {
    title: 'Phục hồi chức năng',
    text: 'Hỏi Trạm Y tế xã. Có phục hồi chức năng tại nhà và tại cộng đồng.',
  },
  work: {
    title: 'Học nghề, việc làm, vay vốn',
    text: 'Hỏi Trung tâm Dịch vụ việc làm của tỉnh về học nghề, và Ngân hàng Chính sách xã hội về vay vốn.',
  },
  counselling: {
    title: 'Tư vấn tâm lý',
    text: 'Hỏi Trung tâm Công tác xã hội của tỉnh. Trẻ em và người chăm sóc trẻ em gọi 111, miễn phí.',
  },
  legalAid: {
    title: 'Trợ giúp pháp lý miễn phí',
    text: 'Trung tâm Trợ giúp pháp lý nhà nước của tỉnh giúp miễn phí người nghèo, trẻ em, người cao tuổi và người khuyết tật có khó khăn về tài chính.',
  },
  drugs: {
    title: 'Cai nghiện, sau cai',
    text: 'Hỏi Trạm Y tế hoặc Công an xã về cai nghiện tự nguyện. Thông tin được giữ kín.',
  },
  paidCare: {
    title: 'Ở cơ sở chăm sóc tự nguyện',
    text: 'Cơ sở trợ giúp xã hội nhận người tự nguyện theo hợp đồng, người ở hoặc gia đình trả phí.',
  },
}

const facts: Readonly<Partial<Record<Fact, string>>> = {
  born: 'ngày sinh',
  household: 'hộ nghèo, hộ cận nghèo hay không',
  disability: 'mức độ khuyết tật',
  pension: 'có lương hưu không và bao nhiêu',
  socialInsurance: 'có trợ cấp bảo hiểm xã hội, tiền tuất không',
  hasWage: 'có tiền lương, tiền công không',
  father: 'cha của cháu thế nào',
  mother: 'mẹ của cháu thế nào',
  abandoned: 'cháu có bị bỏ rơi không',
  hiv: 'một điều riêng tư',
  isStudying: 'có đang đi học không',
  wasChildWithoutSupport: 'trước 16 tuổi có nhận trợ cấp không',
  singleParent: 'có một mình nuôi con không',
  children: 'đang nuôi mấy con',
  smallChildren: 'có nuôi con dưới 36 tháng không',
  isPregnant: 'có mang thai không',
  spouseHasParentingSupport: 'vợ hoặc chồng có đang nhận không',
  obligor: 'có người chăm sóc, nuôi dưỡng không',
  facilityEligibleInCommunity: 'có tự sống ở nhà được không',
  care: 'ai chăm sóc hằng ngày',
  inDifficultArea: 'nơi ở có thuộc vùng đặc biệt khó khăn không',
  facility: 'đang ở đâu',
  servesSentence: 'đang ở đâu',
}

const carerOfAdults: readonly string[] = [
  'Là người lớn, tự quyết định được việc của mình, sống đúng pháp luật.',
  'Có sức khỏe, biết cách chăm sóc, có chỗ ở ổn định và điều kiện kinh tế.',
  'Nếu sống cùng vợ hoặc chồng, người đó cũng đáp ứng như vậy.',
]

/** What comes out of the questions. */
export const resultVi = {
  result: {
    title: 'Kết quả',
    may: (Ai: string) => `${Ai} có thể được hưởng`,
    mayCarer: 'Người chăm sóc có thể được hưởng',
    depends: (count: number) =>
      `Có được hưởng hay không, còn tùy ${count === 1 ? 'một' : count} điều chưa rõ`,
    ifSo: 'Nếu đủ điều kiện:',
    dependsOn: 'Còn tùy:',
    answerAgain: 'Trả lời lại',
    none: 'Hiện chưa thấy khoản nào phù hợp',
    monthly: 'mỗi tháng',
    once: 'một lần',
    total: 'Cộng mỗi tháng',
    card: 'kèm thẻ bảo hiểm y tế do Nhà nước đóng',
    cardAlone: 'Thẻ bảo hiểm y tế do Nhà nước đóng',
    cardText: (percent: number) =>
      `Khám, chữa bệnh theo quy định được trả ${percent}% chi phí. Hỏi xã hoặc Trạm Y tế.`,
    why: 'Vì sao',
    toCarer: 'trả cho người chăm sóc',
    toFacility: 'trả cho cơ sở trợ giúp xã hội',
    soon: 'Nên nộp sớm',
    since: 'Tiền tính từ tháng Chủ tịch Ủy ban nhân dân xã ký quyết định.',
    loses: 'Chậm một tháng thì mất',
    steps: 'Việc tiếp theo',
    papers: 'Chuẩn bị thẻ căn cước.',
    papersText: 'Giấy tờ Nhà nước đã có thì không phải nộp.',
    papersFor: (name: string) => `${name}:`,
    papersIf: (name: string) => `Chỉ khi đủ điều kiện – ${name}:`,
    hand: 'Nộp tờ khai',
    handText: 'ở bất kỳ Bộ phận Một cửa nào, ở bưu điện, hoặc qua mạng. Không mất phí.',
    office: (place: string) => `Nơi gần nhất: Bộ phận Một cửa ${place}.`,
    committee: (place: string) => `Nơi gần nhất: Ủy ban nhân dân ${place}.`,
    tell: 'Báo ngay',
    tellText: 'trưởng thôn hoặc Ủy ban nhân dân xã: đến tận nơi hoặc gọi điện, không phải gửi qua mạng.',
    wait: (time: string) => `Chờ xã trả lời trong ${time}`,
    waits: 'Chờ xã trả lời, mỗi khoản một thời hạn:',
    within: (time: string) => `trong ${time}, tính từ khi đủ giấy tờ`,
    noTime: 'luật không ghi số ngày; hỏi xã khi nào có trả lời',
    waitText: '(không tính thứ Bảy, Chủ nhật, ngày lễ).',
    higher: (Ai: string, count: string, rights: string) =>
      `${Ai} đủ điều kiện ${count} khoản: ${rights}. Theo quy định chỉ nhận khoản cao hơn:`,
    counts: ['không', 'một', 'hai', 'ba', 'bốn', 'năm'],
    others: 'Các khoản khác',
    needsMore: (count: number) => `còn tùy ${count} điều`,
    notYet: 'chưa đủ',
    notYetAge: (ai: string, age: number, needed: number, month: string) =>
      `Chưa đủ: ${ai} ${age} tuổi (cần từ đủ ${needed} tuổi). Khi đủ ${needed} tuổi (${month}), hãy nộp hồ sơ.`,
    notYetFact: (need: string) => `Chưa đủ: cần ${need}.`,
    guess: 'Mới tính tạm vì chưa biết đủ ngày sinh. Xã tính theo ngày sinh trên giấy tờ.',
    more: 'Nên biết thêm',
    emergency: 'Trợ giúp khẩn cấp',
    funeral: 'Hỗ trợ chi phí mai táng',
    atLeast: 'ít nhất',
    rice: (kilograms: number) => `${kilograms} kg gạo`,
    riceHow: (each: number, persons: number) =>
      `${each} kg cho mỗi người mỗi tháng, ${persons} người; xã có thể cho đến 3 tháng`,
    goods: 'hiện vật',
    urgent: 'Báo ngay trưởng thôn hoặc Ủy ban nhân dân xã. Không cần đợi đủ giấy tờ.',
    deathPapers: 'Người lo mai táng nộp tờ khai và giấy chứng tử ở xã. Có thể làm cùng lúc khai tử.',
    nothingText:
      'Với những gì ông/bà trả lời, chưa có khoản nào của trợ giúp xã hội phù hợp. Hoàn cảnh thay đổi thì hỏi lại.',
    reference:
      'Đây là kết quả tham khảo. Ủy ban nhân dân xã xem xét và quyết định. Ông/bà vẫn có quyền nộp hồ sơ.',
    answers: 'Câu trả lời',
    change: 'Sửa',
    print: 'In chữ lớn',
    send: 'Gửi cho người thân',
    copied: 'Đã chép đường dẫn',
    copyByHand: (address: string) => `Máy không cho chép. Hãy chép tay: ${address}`,
    sendText: 'Trả lời vài câu hỏi để biết có được nhận tiền trợ giúp không. Không cần tài khoản.',
    printed: (day: string) => `In ngày ${day}`,
    law: (label: string) => `Tính theo ${label}`,
    carers: {
      child: 'Nhận nuôi trẻ em không có nguồn nuôi dưỡng',
      disabled: 'Nhận chăm sóc người khuyết tật đặc biệt nặng',
      older: 'Nhận chăm sóc người cao tuổi nghèo không nơi nương tựa',
      emergency: 'Chăm sóc tạm thời người cần giúp khẩn cấp',
    },
    perPerson: 'mỗi tháng, cho mỗi người',
    perDay: 'tiền ăn mỗi ngày, không quá 3 tháng',
    carerConditions: 'Ai được nhận chăm sóc',
    carerLists: {
      child: [
        'Là người lớn, tự quyết định được việc của mình, tự nguyện, sống đúng pháp luật.',
        'Có chỗ ở ổn định, có chỗ cho cháu; đủ sức khỏe, kinh nghiệm và điều kiện kinh tế.',
        'Nếu sống cùng vợ hoặc chồng, người đó cũng tự nguyện và sống đúng pháp luật.',
        'Ông bà, cô dì chú bác, anh chị ruột của cháu chỉ cần tự nguyện.',
      ],
      disabled: carerOfAdults,
      older: carerOfAdults,
      emergency: [
        'Trẻ em có cả cha và mẹ đã mất hoặc mất tích, không còn người thân nuôi được.',
        'Người bị bạo hành, xâm hại, mua bán, ép làm việc, trong lúc chờ về nhà hoặc vào cơ sở.',
        'Trẻ em và người lớn lang thang, xin ăn, trong lúc chờ như vậy.',
      ],
    },
    takenInNow: 'Ai được chăm sóc tạm thời',
    takenInNext: 'Báo ngay Ủy ban nhân dân xã. Chủ tịch xã xem xét, quyết định và giao người ngay.',
  },
  advice,
  facts,
  months: (month: number, year: number) => `tháng ${month}/${year}`,
  benefit: {
    monthly_allowance: 'Trợ cấp xã hội hằng tháng',
    social_pension: 'Trợ cấp hưu trí xã hội',
    care_support: 'Hỗ trợ kinh phí chăm sóc',
    parenting_support: 'Hỗ trợ người khuyết tật mang thai, nuôi con nhỏ',
    facility_care: 'Nuôi dưỡng tại cơ sở trợ giúp xã hội',
  },
}
