import type { PaymentPromise } from '#modules/payments'
/** What the command line says when it is asked wrongly, in its help, and while it works. */
export const messages = {
  noCommand: (name: string) => `Không có lệnh «${name}»; các lệnh có là:`,
  usage: (usage: string) => `Cách dùng: ansinh ${usage}`,
  help: [
    'Lệnh nào cũng có --json (kết quả là một giá trị JSON), --lang vi hoặc en, và --help. Tiến độ ghi ra luồng lỗi.',
    'Mã kết thúc: 0 là xong; 1 là bị từ chối hoặc kiểm tra thấy sai; 2 là gọi chưa đúng.',
    'Cấu hình lấy từ biến môi trường, liệt kê ở docs/operations.md.',
  ],
  internal: (what: string, incident: string) =>
    `Lệnh dừng vì một sự cố: ${what}. Chạy lại; nếu vẫn vậy, báo kèm mã ${incident}.`,
  missing: (what: string) => `Thiếu ${what}.`,
  unknownOption: (option: string) => `Không có tùy chọn ${option}.`,
  optionNeedsValue: (option: string) => `Tùy chọn ${option} chưa đúng: xem cách dùng.`,
  notAYear: (option: string) => `${option} là một năm, ví dụ 2027; --area là số của đơn vị.`,
  notAMonth: (option: string) => `${option} là một tháng, ví dụ 2026-11.`,
  notACalendarYear: 'YEAR là một năm, ví dụ 2028.',
  notACalendarLine: (line: string) =>
    `Dòng «${line}» chưa đúng. Mỗi dòng: ngày, off|instead|worked, tên; ví dụ 2028-01-03,instead,Tết Dương lịch.`,
  notADay: (option: string) => `${option} là một ngày, ví dụ 2026-11-20.`,
  notANumber: (option: string) => `${option} là một số nguyên.`,
  notOneOf: (option: string, values: readonly string[]) => `${option} là một trong: ${values.join(', ')}.`,
  notAPort: (text: string) => `--port ${text} không phải số cổng.`,
  notMonths: '--within là số tháng, từ 1 đến 12.',
  notAPage: '--page là số trang, từ 1.',
  noSuchArea: (code: string, day: string) => `--area ${code} không phải mã của đơn vị nào ngày ${day}.`,
  notAnArea: (text: string) => `--area ${text} không phải số của một đơn vị; 0 là cả nước.`,
  noProvider: (code: string) => `Không có đơn vị chi trả nào mang mã ${code}.`,
  noEnvelope: (code: string) => `Không có đợt chi nào mang mã ${code}.`,
  noRunYet: 'Chưa có kỳ nào: dùng --area để nói đơn vị, bằng mã.',
  runsAlready: 'Đã có kỳ chi trả; không đổi được tháng đầu tiên nữa.',
  notAUsername: '--username gồm 3 đến 30 chữ thường, chữ số, dấu chấm và gạch dưới.',
  password: 'Mật khẩu: ',
  noPassword: 'Mật khẩu được đọc từ dòng đầu của luồng vào.',
  demonstrationThere: (size: string, until: string) =>
    `Đã có tỉnh mẫu (${size}, đến ${until}). Đặt ANSINH_HOME vào một thư mục trống để tạo tỉnh khác, hoặc thêm --unless-there để giữ nguyên.`,
  noDemonstration: 'Cơ sở dữ liệu này không có tỉnh mẫu nào đã tạo xong: chạy `ansinh demo create` trước.',
  building: 'Đang dựng giao diện web …',
  databaseGone: (directory: string) =>
    `Cơ sở dữ liệu đi kèm đã dừng và không khởi động lại được. Xem server.log trong ${directory}/data, sửa rồi chạy lại ansinh serve.`,
  sharedData: (directory: string) =>
    `Một tiến trình khác đang dùng dữ liệu ở ${directory}; cả hai dùng chung. Muốn dữ liệu riêng, đặt ANSINH_HOME.`,
  unsoundLaw: (fault: string, more: number) =>
    `Luật của chương trình này không nhất quán: ${fault}${more > 0 ? ` (và ${more} lỗi khác)` : ''}`,
  unreadable: (file: string) => `${file}: không đọc được tệp.`,
  notJson: (file: string) => `${file}: tệp không phải JSON.`,
  problems: {
    'geography.area_not_found': ({ id }: { readonly id?: unknown }) =>
      `Không có đơn vị nào mang số ${String(id)}. Xem lại số của đơn vị (areaId); mã hành chính là số khác.`,
    'geography.calendar_day_wrong': ({ day }) =>
      `Ngày ${String(day)} chưa đúng: ngày nghỉ phải từ thứ Hai đến thứ Sáu, ngày làm bù phải là thứ Bảy, và đều trong năm đã nêu.`,
    'geography.calendar_year_unknown': ({ year, from }) =>
      `Không biết ngày nghỉ của năm ${String(year)}: lịch có từ năm ${String(from)}.`,
    'geography.calendar_year_wrong': ({ year }) =>
      `Danh sách ngày nghỉ năm ${String(year)} trống hoặc có ngày lặp lại.`,
  } as Readonly<Record<string, (details: Readonly<Record<string, unknown>>) => string>>,
  refusedAs: (code: string, details: string) =>
    `Chưa làm được, và chưa có lời giải thích cho trường hợp này. Báo lại kèm mã ${code}${details}.`,
  noSuchCase: (id: string) => `Không có ví dụ ${id}.`,
  cases: {
    right: 'đúng',
    wrong: 'SAI ',
    elsewhere: 'chạy ở nơi khác:',
    gives: (given: string, wanted: string) => `cho ${given}, phải là ${wanted}`,
    starts: (given: string, wanted: string) => `bắt đầu ${given}, phải là ${wanted}`,
    checked: (found: {
      cases: number
      months: number
      by: string
      others: number
      ofTime: number
      wrong: number
    }) =>
      `${found.cases} ví dụ, ${found.months} tháng, mỗi tháng được tính bằng nhiều cách độc lập (${found.by}); ${found.others} ví dụ về sự việc và quyền khác; ${found.ofTime} ví dụ về thời hạn: ${found.wrong === 0 ? 'đúng hết' : `${found.wrong} ví dụ sai`}.`,
    sql: 'Cách tính bằng SQL cần PostgreSQL nên không chạy ở lệnh này; cũng các ví dụ đó được tính bằng SQL trong modules/entitlement/domain/evaluators/sql.test.ts.',
  },
  progress: {
    territory: 'Áp dụng',
    budget: 'Lập dự toán',
    register: 'Đọc sổ',
    people: 'người',
    demonstration: 'Tạo tỉnh mẫu',
    audit: 'Đọc nhật ký',
    population: 'Dữ liệu dân cư',
    outreach: 'Xem từng người',
    import: 'Đọc danh sách',
    payroll: (month: string) => `Lập kỳ ${month}`,
  },
  duplicates: {
    reading: 'Đọc tệp',
    records: 'dòng',
    notADelimiter: '--delimiter là một ký tự, ví dụ «;»; viết \\t cho dấu tab.',
    noColumns: (file: string, missing: string, columns: string) =>
      `${file}: không có cột ${missing}. Tệp có các cột: ${columns}.`,
    unwritable: (file: string) => `${file}: không ghi được tệp.`,
    unknown_field: (part: string, known: string) =>
      `«${part}» nhắc đến một trường không có trong fields; có: ${known}.`,
    unknown_part: (part: string, known: string) => `«${part}» không phải phần để gom nhóm; có: ${known}.`,
    unknown_comparison: (part: string, known: string) => `«${part}» không phải phép so nào; có: ${known}.`,
    unreadable: {
      empty: () => 'tệp trống.',
      not_text: (line: number) => `dòng ${line} không phải chữ; đây có phải tệp CSV không?`,
      wrong_encoding: (line: number, encoding: string) =>
        `quanh dòng ${line} có chữ không đúng bảng mã ${encoding}. Lưu lại tệp là UTF-8, hoặc nói bảng mã bằng --encoding, ví dụ windows-1258.`,
      unknown_encoding: (_: number, encoding: string) => `không biết bảng mã ${encoding}.`,
      quote_open: (line: number) => `dấu ngoặc kép mở ở dòng ${line} không đóng.`,
      too_many_cells: (line: number, cells: string) => `dòng ${line} có ${cells} ô, nhiều hơn dòng đầu.`,
      header_twice: (_: number, column: string) => `cột «${column}» có hai lần ở dòng đầu.`,
    },
    looked: (records: string, compared: string, seconds: string) =>
      `Đã đọc ${records} dòng, so ${compared} cặp trong ${seconds} giây.`,
    found: (possible: string, sure: string) =>
      `${possible} cặp có thể là một người, trong đó ${sure} cặp chắc chắn.`,
    fewToLearnFrom: (records: string) =>
      `Chú ý: ${records} dòng là quá ít để học trọng số từ chính tệp; điểm tính theo mức đã biết của tên, ngày sinh và số, nên không cặp nào được coi là chắc chắn. Xem từng cặp.`,
    quality: (precision: string, recall: string, f1: string) =>
      `So với cột cho biết ai là ai: đúng ${precision} số cặp tìm ra, tìm ra ${recall} số cặp đúng, F1 ${f1}.`,
    reach: (share: string) => `Gom nhóm đưa ${share} số cặp đúng vào so sánh.`,
    atBound: (bound: string, precision: string, recall: string, f1: string) =>
      `  từ ${bound} điểm: đúng ${precision}, tìm ra ${recall}, F1 ${f1}`,
    pair: (one: string, other: string, score: string, likely: string, verdict: string) =>
      `${one} · ${other}: ${score} điểm, ${likely}, ${verdict}`,
    more: (count: string) => `… và ${count} cặp nữa; ghi tất cả vào tệp bằng --out.`,
  },
  summaries: {
    serve: 'Chạy chương trình: cơ sở dữ liệu, nâng cấp, tỉnh mẫu ở lần chạy đầu, trang web và việc nền.',
    worker: 'Chỉ làm việc nền, bên cạnh một hay nhiều `serve` của cùng cơ sở dữ liệu.',
    migrate: 'Đưa cơ sở dữ liệu về đúng bản chương trình cần; chạy lại lúc nào cũng được.',
    demoCreate: 'Tạo tỉnh mẫu trong cơ sở dữ liệu trống; cùng một yêu cầu luôn cho cùng một tỉnh.',
    demoVerify: 'So tỉnh mẫu với số liệu gốc; kết thúc bằng 1 nếu có số sai.',
    machineCreate: 'Tạo tài khoản cho một hệ thống khác gọi vào; in khóa một lần, có hạn một năm.',
    userCreate: 'Tạo người dùng, như quản trị viên đầu tiên; mật khẩu đọc từ luồng vào.',
    peopleImport:
      'Đọc một danh sách người hưởng và kiểm tra từng dòng; --accept nhận mọi gợi ý, --apply ghi các dòng đúng vào sổ.',
    peopleDuplicates:
      'Tìm trong một tệp CSV các dòng là cùng một người, mỗi cặp kèm lý do; cách so ghi trong tệp --config, mẫu ở docs/examples.',
    lawExplain:
      'Nói luật cho một người hay một hộ trong tệp những gì, trong tháng và vì việc đã xảy ra, và vì sao; tệp mẫu ở docs/examples.',
    lawBook: 'In toàn bộ luật như vào một ngày, theo những gì biết đến một ngày khác.',
    lawDiff: 'Nói luật ngày này khác ngày kia ở đâu, kèm hai căn cứ.',
    lawCases:
      'Hỏi mọi bộ tính từng ví dụ của luật ngay bây giờ, đếm ví dụ của từng điều; kết thúc bằng 1 nếu có ví dụ sai.',
    budgetEstimate: 'Lập dự toán một năm từ sổ đối tượng và quy định, lưu thành một bản.',
    simulate: 'Tính kịch bản trong tệp tốn thêm bao nhiêu mỗi tháng; tệp mẫu ở docs/examples. Không lưu gì.',
    payrollOpen:
      'Nói tháng đầu tiên hệ thống này chi trả, một lần, trước kỳ đầu: trước đó đã chi ở nơi khác.',
    payrollGenerate:
      'Lập kỳ chi trả của một tháng, cho đơn vị nêu tên hoặc đơn vị lớn nhất đã có kỳ; --rest bỏ qua nơi đã có kỳ.',
    payrollShow: 'Liệt kê các kỳ; nêu tháng thì xem tổng và thay đổi so với tháng trước.',
    payrollReplay:
      'Tính lại các danh sách bằng mọi bộ tính, theo những gì biết khi lập; kết thúc bằng 1 nếu có dòng khác.',
    paymentsExport: 'Ghi ra đĩa tệp lệnh chi của một đợt chi đã gửi, đúng từng byte như lúc gửi.',
    paymentsImport:
      'Đọc một tệp trả lời của ngân hàng hay bưu điện, lớn bao nhiêu cũng được; đọc lại không đổi gì.',
    paymentsProtect: 'Nói tệp đi và về với một đơn vị chi trả có ký số, mã hóa không.',
    paymentsVerify: 'Kiểm tra mọi điều sổ chi trả phải giữ; kết thúc bằng 1 và nêu chỗ sai nếu có.',
    paymentsConnect: 'Nói tệp đi và về với một đơn vị chi trả bằng đường nào: bằng tay, thư mục hay HTTP.',
    populationExport: 'Ghi mọi người có số định danh ra tệp, cho cơ sở dữ liệu dân cư chạy thử',
    areasChange:
      'Kiểm tra một tệp điều chỉnh địa giới và đếm những gì liên quan; --dry-run thì không lưu gì, --apply thì áp dụng từng ngày hiệu lực',
    areasBoundaries: 'Kiểm tra ranh giới xã trong một tệp GeoJSON, TopoJSON, Shapefile zip; --keep thì lưu',
    populationSync: 'Đọc biến động từ cơ sở dữ liệu dân cư',
    populationVerify: 'Đối chiếu người đang hưởng với cơ sở dữ liệu dân cư',
    outreachRefresh:
      'Cập nhật ngay danh sách ai sắp được, sắp hết hay sắp đổi quyền lợi; hoặc xem lại mọi người.',
    outreachList:
      'Ai sắp được, sắp hết, sắp đổi hoặc chưa hưởng quyền lợi; mỗi trang năm mươi người, gấp nhất trước.',
    calendarEnter:
      'Ghi ngày nghỉ, ngày làm bù của một năm theo thông báo; trước đó năm ấy tính theo dự kiến của luật.',
    auditVerify: 'Đọc hết nhật ký; kết thúc bằng 1 và nêu mục đầu tiên bị sửa, xóa hay dời.',
    docs: 'Viết các trang tài liệu do chương trình sinh ra: ai được làm gì, và sổ tay thủ tục.',
  },
  /** What the books of payments promise. */
  promises: {
    'debit and credit are equal': 'nợ bằng có',
    'no unit is out of balance': 'sổ của từng đơn vị hành chính cân',
    'no provider has paid what it did not have': 'không đơn vị chi trả nào chi quá số đã nhận',
    'no month has paid what was not there yet': 'không kỳ nào chi số tiền lúc đó chưa có',
    'nobody is owed less than nothing': 'không ai bị ghi phải trả dưới không',
    'what is owed of what nobody was paid is what of it is due':
      'số còn phải trả của lệnh không đến đúng bằng phần còn được chi',
    'nobody owes less than nothing': 'không ai bị ghi phải thu dưới không',
    'what is transferred is spent from the budget, and no more': 'số chuyển đi bằng số chi từ dự toán',
    'nothing is held that is less than nothing': 'không dòng dự toán nào giữ dưới không',
    'what lies at a provider is what did not arrive': 'tiền ở đơn vị chi trả đúng bằng lệnh chưa tới tay',
    'what is given back is on the books, and nothing else':
      'hoàn trả có bút toán, và chỉ hoàn trả đã xác nhận mới có',
    'no budget line has spent less than nothing': 'không dòng dự toán nào chi dưới không',
    'a line of a list is paid once': 'một dòng của danh sách chi một lần',
    'what is paid for a month is what lists gave for it':
      'số chi cho từng tháng hưởng không vượt số danh sách đã lập',
    'an order is executed once': 'một lệnh thực hiện một lần',
    'what is paid is on the books, and nothing else': 'lệnh đã chi có bút toán, và chỉ lệnh đã chi mới có',
    'control totals are what the orders come to': 'số tổng kiểm soát bằng tổng các lệnh',
    'what stands where is what the orders come to': 'số lệnh theo trạng thái bằng số đếm từng lệnh',
    'an order is for what it is made of': 'số tiền của lệnh bằng tổng nội dung',
    'what a clerk said is in an answer': 'ghi nhận của người chi đều đã vào tệp trả lời',
    'every order that was sent has ended': 'lệnh đã gửi đều có kết quả',
    'nothing of an answer waits for a person': 'không dòng trả lời nào chờ khớp tay',
    'a settled recovery has nothing open': 'khoản thu hồi đã xong không còn nợ',
  } satisfies Record<PaymentPromise, string> as Record<PaymentPromise, string>,
  results: {
    knownMonth: 'Tháng gốc',
    grants: (grants: string) => `${grants} suất`,
    backtest: (then: string, now: string, paid: string) =>
      `Kiểm nghiệm năm trước: dự toán ${then} (theo luật biết lúc đó), ${now} (theo luật nay biết), danh sách đã duyệt ${paid}`,
    yearEntered: (year: number, days: number) =>
      `Năm ${year}: ${days} ngày. Hạn của hồ sơ đang mở được tính lại trong vòng một giờ.`,
    nothingToDo: 'Không có gì phải làm.',
    demonstration: (size: string, until: string) => `Tỉnh mẫu (${size}) đến tháng ${until}.`,
    figure: (verdict: string, what: string, found: string | number, wanted: string | number) =>
      `${verdict} ${what}: ${found}, phải là ${wanted}`,
    promise: (verdict: string, what: string, broken: readonly string[]) =>
      `${verdict} ${what}${broken.length === 0 ? '' : `: ${broken.join('; ')}`}`,
    /** A line of a list with which something is wrong: of whom, for which benefit and month, on which list. */
    lineOfList: (line: Record<'person' | 'benefit' | 'benefitMonth' | 'listMonth' | 'paid', string>) =>
      `người ${line.person}, ${line.benefit} tháng ${line.benefitMonth}, danh sách ${line.listMonth}, đã chi ${line.paid}`,
    given: (amount: string) => `, danh sách lập ${amount}`,
    trialBalance: (debit: string, credit: string) => `Cộng nợ ${debit}, cộng có ${credit}.`,
    userCreated: (username: string, id: string) => `Đã tạo ${username} (${id}).`,
    opened: (month: string) => `Tháng đầu tiên chi trả là ${month}.`,
    answerRead: (lines: number, moved: number, isNew: boolean) =>
      isNew
        ? `Đã đọc ${lines} dòng; ${moved} lệnh có kết quả mới.`
        : 'Tệp này đã đọc trước đó; không có gì thay đổi.',
    noRun: (month: string) => `Không có kỳ nào cho tháng ${month}.`,
    tally: (people: string, lines: string, amount: string) => `${people} người, ${lines} dòng, ${amount}`,
    total: 'cộng',
    since: (month: string) => `so với ${month}:`,
    people: (people: string) => `${people} người`,
    inputs: 'đầu vào',
    notFrozen: 'chưa chốt',
    replayed: (lists: number, differences: number) => `${lists} danh sách, ${differences} chỗ khác`,
    replayedRun: (run: Record<'month' | 'people' | 'lines' | 'arrears' | 'amount' | 'differences', string>) =>
      `${run.month}: ${run.people} người, ${run.lines} dòng, trong đó truy lĩnh ${run.arrears}, ${run.amount}, ${run.differences} chỗ khác`,
    otherwiseWritten: (lines: string) => `, ${lines} dòng theo quy định nay viết lại khác chữ`,
    replayedLine: (
      line: Record<'month' | 'person' | 'component' | 'benefitMonth' | 'by' | 'now' | 'paid', string>,
    ) =>
      `${line.month}: ${line.person}, ${line.component} của tháng ${line.benefitMonth}: ${line.by} tính ${line.now}, đã chi ${line.paid}`,
    exported: (people: string, path: string) => `Đã ghi ${people} người vào ${path}.`,
    synced: (taken: string, last: string) => `Đã đọc ${taken} biến động, đến số ${last}.`,
    compared: (match: string, mismatch: string, notFound: string) =>
      `Khớp: ${match}. Khác: ${mismatch}. Không tìm thấy: ${notFound}.`,
    looked: (people: string) => `Đã xem ${people} người.`,
    perMonth: (amount: string) => `${amount} mỗi tháng`,
    page: (page: number, pages: number) => `trang ${page}/${pages}`,
    whole: (entries: number, head: string) => `Nguyên vẹn: ${entries} mục, mã cuối là ${head}.`,
    flawed: (sequence: number, why: string, entries: number) =>
      `Nhật ký có ${entries} mục; mục đầu tiên không khớp là mục ${sequence}: ${why}. Báo ngay người phụ trách an toàn thông tin.`,
    importedBefore: 'Tệp này đã nhập cho đơn vị này: không làm lại gì.',
    noColumn: (fields: string) => `Không nhận ra cột nào cho: ${fields}`,
    byLaw: 'Theo luật hiện hành',
    byScenario: 'Theo kịch bản',
    ofAwards: (amount: string) => `Chênh lệch của người đang hưởng: ${amount} mỗi tháng`,
    ofFresh: (people: string, amount: string, takeUp: number) =>
      `Mới đủ điều kiện: ${people} người, ${amount} mỗi tháng nếu ${takeUp}% nộp hồ sơ`,
    cost: (monthly: string, fullYear: string) => `Cộng: ${monthly} mỗi tháng, ${fullYear} cả năm`,
    touched: (counts: Record<'raised' | 'lowered' | 'gained' | 'lost' | 'switched' | 'unchanged', string>) =>
      `Tăng ${counts.raised}, giảm ${counts.lowered}, được thêm ${counts.gained}, thôi hưởng ${counts.lost}, chuyển khoản ${counts.switched}, giữ nguyên ${counts.unchanged} người`,
  },
}
