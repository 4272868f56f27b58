import { formatDate } from '#kernel/written'
import type { ProblemWords } from '#platform/web/problem'

type Details = Readonly<Record<string, unknown>>

const text = (value: unknown) => (typeof value === 'string' ? value : '')
/** «2026-04-10» and «2026-04» as people write them. */
const dateIn = (value: unknown) => formatDate(text(value))
const papersIn = ({ papers }: Details) =>
  Array.isArray(papers)
    ? papers.map((paper: { name?: { vi?: string } }) => paper.name?.vi ?? '').join(', ')
    : ''

const reasonsIn = ({ reasons }: Details) =>
  Array.isArray(reasons) ? reasons.map((reason) => `${text(reason)} `).join('') : ''

export const problems = {
  'applications.application_not_found': 'Không có hồ sơ này, hoặc hồ sơ ở nơi khác.',
  'applications.changed_meanwhile': (details: Details) =>
    `${text(details['changedBy'])} vừa sửa hồ sơ này. Chưa có gì bị mất. Lấy bản mới rồi làm tiếp.`,
  'applications.action_not_possible':
    'Ở bước hiện nay không làm được việc này. Tải lại trang để xem hồ sơ đang ở đâu.',
  'applications.too_early': (details: Details) =>
    `Chưa hết thời gian niêm yết: hết ngày ${dateIn(details['until'])} mới kết thúc được. Có khiếu nại thì ghi nhận ngay.`,
  'applications.reason_needed': 'Ghi lý do để tiếp tục.',
  'applications.ground_needed':
    'Hồ sơ chưa ghi lý do tạm dừng: không lĩnh tiền 3 tháng, từ chối xác định lại, hay bị tạm giam từ 1 tháng.',
  'entitlement.remand_too_short': 'Sổ người chưa ghi việc tạm giam từ 1 tháng. Ghi vào sổ người trước.',
  'entitlement.refusal_too_short': (details: Details) =>
    details['from']
      ? `Chưa đủ 3 tháng kể từ quyết định tạm dừng. Thôi hưởng được từ ngày ${dateIn(details['from'])}.`
      : 'Người này chưa bị tạm dừng vì từ chối xác định lại. Tạm dừng trước, sau 3 tháng mới thôi hưởng.',
  'entitlement.remand_suspends_no_care': 'Tạm giam không tạm dừng khoản này.',
  'applications.papers_missing': (details: Details) =>
    `Hồ sơ chưa đủ giấy tờ: ${papersIn(details)}. Ghi nhận giấy tờ đã nhận, hoặc yêu cầu bổ sung.`,
  'applications.person_not_matched': 'Hồ sơ chưa khớp với ai trong sổ người. Khớp người trước rồi trình.',
  'applications.already_matched': (details: Details) =>
    details['state'] === 'signed'
      ? 'Đã có văn bản ký về người này nên không đổi người của hồ sơ được nữa.'
      : 'Đã có dự thảo về người này. Trả lại dự thảo rồi mới đổi được người của hồ sơ.',
  'applications.person_exchanged':
    'Hồ sơ nay về một người khác với dự thảo. Trả lại để soạn lại cho đúng người.',
  'applications.person_differs': 'Người trong sổ có họ tên hoặc ngày sinh khác với tờ khai.',
  'applications.nothing_missing': 'Không còn giấy tờ nào thiếu. Ghi nội dung cần bổ sung.',
  'applications.file_closed': 'Hồ sơ đã kết thúc, không sửa được nữa.',
  'applications.proposal_needed': 'Việc này phải qua tờ trình và chữ ký.',
  'applications.proposal_not_found': 'Không còn dự thảo này.',
  'applications.proposal_settled': (details: Details) =>
    details['state'] === 'signed'
      ? `Đã được ${text(details['by'])} ký rồi.`
      : 'Dự thảo này đã được trả lại hoặc rút.',
  'applications.no_right': (details: Details) =>
    details['diedOn']
      ? `Sổ người ghi người này đã chết ngày ${dateIn(details['diedOn'])}: không quyết định cho hưởng. Xem hỗ trợ chi phí mai táng, và trình từ chối hồ sơ này.`
      : `Theo luật người này chưa đủ điều kiện. ${reasonsIn(details)}Bổ sung thông tin hoặc trình từ chối.`,
  'applications.right_there': 'Theo luật người này đủ điều kiện, không từ chối được nếu không ghi vì sao.',
  'applications.award_needed': (details: Details) =>
    details['awarded'] === true
      ? 'Người này đang hưởng khoản này rồi. Kiểm tra hồ sơ trùng, hoặc trình điều chỉnh.'
      : details['endsOn']
        ? `Đã có quyết định thôi hưởng khoản này từ ngày ${dateIn(details['endsOn'])}, không thôi hưởng lần nữa.`
        : 'Người này chưa hưởng khoản này nên không có gì để thay đổi.',
  'applications.benefit_not_of_procedure': 'Chọn khoản trợ cấp mà thủ tục này giải quyết.',
  'applications.decision_not_possible': 'Loại quyết định này chưa ký được ở đây.',
  'applications.facts_changed':
    'Chưa ký được quyết định này: thông tin đã đổi sau khi soạn. Trả lại để soạn lại cho đúng mức.',
  'applications.deviation_needs_reason': 'Quyết định khác kết quả tính. Ghi vì sao.',
  'applications.deviates': 'Quyết định này khác kết quả tính, phải mở xem và ký riêng.',
  'applications.signer_drafted': 'Anh/chị đã soạn quyết định này. Người soạn và người ký phải là hai người.',
  'applications.not_competent': (details: Details) => {
    const competent = details['competent'] as { vi?: string } | undefined
    return `Chỉ ${competent?.vi ?? 'người có thẩm quyền'} của chính nơi này được ký.`
  },
  'applications.detail_needed': 'Còn thiếu nội dung riêng của loại quyết định này. Điền đủ rồi trình lại.',
  'applications.event_incomplete':
    'Sự việc chưa đủ dữ kiện để tính: bổ sung ngày, nguyên nhân và các mục được nêu. Hỗ trợ mai táng cần ghi việc chết vào sổ người trước.',
  'applications.event_contradicts':
    'Sự việc ghi khác câu đã chọn ở «Cần trợ giúp gì?», mà mức hưởng tính theo câu đó. Ghi đúng như câu đã chọn; nếu câu đó sai thì lập hồ sơ khác với câu đúng.',
  'applications.event_in_future': (details: Details) =>
    `Ngày xảy ra sự việc (${dateIn(details['on'])}) sau hôm nay, mà chỉ việc đã xảy ra mới được hỗ trợ. Sửa ngày theo giấy tờ, hoặc chờ đến ngày đó.`,
  'applications.payee_not_known':
    'Sổ người không ghi người này là người giám hộ, chăm sóc hay nhận thay. Ghi quan hệ vào sổ người trước, hoặc trả cho chính người hưởng.',
  'applications.payee_differs': 'Quyết định này trả tiền cho người khác, phải mở xem và ký riêng.',
  'applications.last_month_not_possible': (details: Details) =>
    details['first'] && details['latest']
      ? `Tháng cuối phải từ ${dateIn(details['first'])} đến ${dateIn(details['latest'])}; người đã chết: tháng mất.`
      : 'Quyết định này không có tháng cuối để ghi.',
  'applications.payee_needed': 'Ghi người nhận tiền: người trong sổ, hoặc họ tên, số định danh, địa chỉ.',
  'applications.payee_not_living':
    'Người nhận tiền không thể là người đã chết hoặc mất tích. Ghi người lo mai táng, hoặc người thân trong hộ.',
  'applications.nothing_changes':
    'Mức hưởng không đổi nên không có gì để điều chỉnh. Nếu hoàn cảnh đã đổi, ghi vào sổ người trước.',
  'applications.below_least': 'Mức này thấp hơn mức thấp nhất theo quy định.',
  'applications.given_before': 'Sự việc này đã được hỗ trợ, không hỗ trợ lần nữa.',
  'applications.nothing_unpaid': 'Hồ sơ này không còn khoản một lần nào chờ chi.',
  'applications.payee_living': (details: Details) =>
    `Sổ người chưa ghi ${text(details['payee'])} đã mất. Ghi việc chết vào sổ trước.`,
  'applications.paid_before': (details: Details) =>
    `Khoản theo Quyết định số ${text(details['number'])} đã chi hoặc đang trong danh sách chi nên không thay được ở đây. Nếu đang trong danh sách, đưa ra khỏi danh sách trước; nếu đã chi, giữ kết quả và làm thủ tục thu hồi hoặc chi bổ sung.`,
  'applications.no_quorum': 'Số thành viên dự họp chưa đủ để Hội đồng kết luận.',
  'applications.conclusion_differs': (details: Details) =>
    details['receivedOn']
      ? `Ngày kết luận phải từ ngày nhận hồ sơ (${dateIn(details['receivedOn'])}) đến ngày ký.`
      : 'Kết luận không khớp với biên bản hoặc với giấy đã cấp. Kiểm tra lại số phiếu, ngày, dạng và mức độ.',
  'applications.certificate_needed': 'Trong sổ chưa có giấy xác nhận khuyết tật để cấp đổi, cấp lại.',
  'applications.facility_full': (details: Details) =>
    `${text(details['facility'])} đã đủ ${String(details['places'])} chỗ. Chọn cơ sở khác, hoặc chờ có chỗ.`,
  'applications.collected': (details: Details) =>
    `Sổ chi trả ghi đã lĩnh tiền tháng ${dateIn(details['month'])}, chưa đủ 3 tháng liên tục không lĩnh.`,
  'applications.facility_not_found':
    'Chưa có cơ sở này. Ghi cơ sở ở trang Cơ sở trợ giúp, hoặc chọn cơ sở khác.',
  'applications.facility_closed': (details: Details) =>
    `${text(details['facility'])} không nhận người nữa từ ${dateIn(details['closedOn'])}. Chọn cơ sở khác.`,
  'applications.facility_lived_in': (details: Details) =>
    `Còn ${String(details['residents'])} người đang ở ${text(details['facility'])}. Cho ra hoặc chuyển họ trước.`,
  'applications.facility_closed_ahead': 'Ngày đóng cửa chưa đến. Ghi khi cơ sở đã đóng.',
  'applications.facility_closed_before': ({ recordedOn }) =>
    `Cơ sở được ghi vào sổ ngày ${dateIn(recordedOn)}: ngày đóng cửa không thể trước ngày đó.`,
  'applications.facility_head_unknown':
    'Người này không đứng đầu cơ sở nào trong phạm vi, hoặc được phân công ở xã khác với cơ sở.',
  'applications.facility_head_taken': (details: Details) =>
    `Người này đang đứng đầu ${text(details['facility'])}. Chọn người khác.`,
  'applications.facility_abbreviation_taken': (details: Details) =>
    `${text(details['facility'])} ở cùng xã đã dùng chữ viết tắt ${text(details['abbreviation'])}. Chọn chữ khác.`,
  'applications.facility_too_large': (details: Details) =>
    `Cơ sở chỉ đăng ký hoạt động nhận nhiều nhất ${String(details['most'])} người. Chọn loại hình khác hoặc sửa công suất.`,
  'applications.not_resident': 'Sổ người không ghi người này đang ở cơ sở.',
  'applications.resident_already': 'Sổ người ghi người này đang ở một cơ sở.',
  'applications.not_moving': 'Không có khoản trợ cấp nào đang chi trả ở nơi kia, hoặc hai nơi là một.',
  'applications.still_paid': 'Nơi cũ còn đang chi trả. Soạn quyết định thôi chi trả tại nơi cũ trước.',
  'applications.moved_on_needed': 'Ghi ngày người này đến ở nơi mới.',
  'applications.other_unit_needed': 'Chọn đơn vị mà hồ sơ được chuyển đến.',
  'applications.not_delegated': 'Anh/chị không có văn bản ủy quyền ký thay đang có hiệu lực.',
  'applications.delegation_in_past': 'Ngày ủy quyền không hợp lệ hoặc trùng với ủy quyền khác.',
  'applications.delegate_unknown': 'Người này không phải Phó Chủ tịch của xã.',
  'applications.batch_not_found': 'Không có danh sách này, hoặc ở nơi khác.',
  'applications.batch_empty':
    'Không còn ai phải đổi mức: mọi người đã có quyết định hoặc đã nhận đủ mức mới.',
  'applications.batch_settled': 'Danh sách này đã được ký hoặc trả lại.',
  'applications.not_late': 'Hồ sơ chưa quá hạn, hoặc ngày hẹn lại không ở tương lai.',
  'applications.slip_not_possible': 'Hồ sơ này không có loại phiếu đó.',
  'applications.stay_too_long': 'Chăm sóc tạm thời không quá 3 tháng; cần quyết định mới cho thời gian sau.',
  'applications.assignee_unknown': 'Người này không xử lý hồ sơ ở địa bàn của anh/chị. Chọn người khác.',
  'applications.document_not_found': 'Không có văn bản này.',
  'applications.document_not_made': 'Bản in đang được lập. Thử lại sau vài giây; số văn bản đã được cấp.',
  'applications.request_reused': 'Việc này đã được gửi với nội dung khác. Tải lại trang rồi làm lại.',
  'applications.channel_not_open': 'Thủ tục này không nhận theo cách nộp đã chọn.',
  'applications.not_received_then': 'Ngày nộp này thủ tục chưa có quy định. Kiểm tra lại ngày.',
  'applications.received_in_future': 'Ngày nộp ở tương lai. Kiểm tra lại ngày.',
  'applications.birth_impossible': 'Ngày sinh ở tương lai hoặc quá xa. Kiểm tra lại năm sinh.',
  'applications.area_not_in_reach':
    'Nơi cư trú nằm ngoài địa bàn của anh/chị. Hồ sơ phải do xã nơi ở tiếp nhận.',
  'applications.answer_unknown': (details: Details) =>
    details['event']
      ? 'Một điều ghi ở “Việc đã xảy ra” chưa nhận được. Xem lại ngày, số đếm và số tiền đã ghi.'
      : 'Có câu trả lời không thuộc thủ tục này. Chọn lại thủ tục rồi trả lời lại.',
  'applications.paper_unknown': 'Có giấy tờ không thuộc thủ tục này. Tải lại trang.',
  'applications.procedure_not_found': 'Thủ tục này chưa có trong hệ thống.',
  'people.number_contradicts':
    'Số định danh không khớp giới tính hoặc năm sinh: chữ số thứ tư cho biết giới tính và thế kỷ, hai chữ số tiếp theo là năm sinh. Xem lại thẻ; nếu thẻ ghi đúng như vậy, ghi lý do ở mục 2 rồi gửi lại.',
  'people.number_in_use': 'Số định danh này đã thuộc một người trong sổ. Tìm người đó theo số.',
  'people.wrong_number_length': 'Số định danh gồm 12 chữ số. Đối chiếu với thẻ căn cước.',
  'people.number_has_other_signs': 'Số định danh chỉ gồm chữ số.',
  'people.number_not_of_its_kind': 'Số định danh chưa đúng. Đối chiếu với thẻ căn cước.',
  'people.birth_in_future': 'Ngày sinh ở tương lai. Kiểm tra lại năm sinh.',
  'people.birth_too_long_ago': 'Năm sinh quá xa. Kiểm tra lại năm sinh.',
  'people.overlapping_circumstance': 'Trong sổ đã có thông tin này trong thời gian đó. Kiểm tra trang người.',
  'people.second_person_needed':
    'Việc này làm đổi số tiền đang chi hoặc đã chi nên cần người thứ hai duyệt. Chưa ghi gì. Lập ở mục Biến động, kèm giấy tờ.',
  'people.starts_in_future': 'Ngày bắt đầu ở tương lai. Chỉ ghi điều đã xảy ra.',
  'people.starts_before_birth': 'Ngày bắt đầu ở trước ngày sinh. Sửa lại ngày.',
  'people.starts_after_death': 'Ngày bắt đầu ở sau ngày mất. Sửa lại ngày.',
  'people.paper_of_the_future': 'Ngày của giấy tờ ở tương lai. Ghi đúng ngày trên giấy.',
  'people.not_of_a_man': 'Người này được ghi là nam nên không ghi mang thai. Kiểm tra lại giới tính.',
  'people.phone_wrong': 'Số điện thoại chưa đúng. Số trong nước có 10 hoặc 11 chữ số, bắt đầu bằng 0.',
  'people.born_precision_differs': 'Chỉ biết năm hoặc tháng sinh thì không ghi ngày. Kiểm tra lại ngày sinh.',
  'people.circumstance_detail_wrong': 'Thông tin chưa đủ để ghi vào sổ. Kiểm tra lại các ô.',
  'people.no_household': 'Người này chưa thuộc hộ nào trong sổ nên chưa ghi được hộ nghèo, hộ cận nghèo.',
  'people.search_too_short': 'Gõ thêm họ tên, năm sinh hoặc số định danh.',
  'people.person_not_found': 'Không còn người này trong sổ.',
} as ProblemWords
