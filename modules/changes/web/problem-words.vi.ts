/** Why a change cannot be asked for or recorded; what the register itself refuses is said here too, where it is met. */
export const problemWords: Readonly<Record<string, string>> = {
  'changes.request_not_found': 'Không thấy yêu cầu này trong địa bàn của anh/chị.',
  'changes.person_not_found': 'Không thấy người này trong địa bàn của anh/chị.',
  'changes.person_merged': 'Hồ sơ này đã được gộp vào hồ sơ khác. Mở hồ sơ còn lại để lập yêu cầu.',
  'changes.request_moved_on': 'Yêu cầu này vừa được người khác xử lý. Mở lại để xem tình trạng mới.',
  'changes.approver_submitted':
    'Anh/chị đã trình yêu cầu này nên không duyệt được. Người lập và người duyệt phải là hai người.',
  'changes.note_needed': 'Chưa làm được vì thiếu lý do. Ghi lý do để người lập biết phải làm gì tiếp.',
  'changes.evidence_needed': 'Chưa trình được vì thiếu giấy tờ làm căn cứ.',
  'changes.asked_already': 'Yêu cầu giống hệt đang chờ xử lý. Mở danh sách để xem.',
  'changes.nothing_changes': 'Thông tin đã đúng như vậy. Không có gì để thay đổi.',
  'changes.changed_meanwhile':
    'Chưa duyệt được vì thông tin của người này đã đổi sau khi trình. Trả lại để xác minh lại.',
  'changes.conflicting_request':
    'Chưa duyệt được vì còn yêu cầu khác đụng cùng mục. Giải quyết yêu cầu kia trước.',
  'changes.decided_before': 'Anh/chị đã quyết định lần trước. Yêu cầu xem lại cần người khác quyết định.',
  'changes.not_in_household': 'Người này chưa thuộc hộ nào. Ghi hộ trước, rồi lập biến động của hộ.',
  'changes.no_other_household': 'Hai người đang ở cùng một hộ. Chọn một hộ khác.',
  'changes.not_dead': 'Người này không được ghi là đã mất.',
  'changes.not_married': 'Ở đây không ghi hai người là vợ chồng.',
  'changes.next_head_not_staying':
    'Người được chọn làm chủ hộ không ở lại hộ này, hoặc hộ vẫn có chủ hộ. Chọn lại.',
  'changes.carer_not_able':
    'Người chăm sóc phải là người khác, còn sống; chăm sóc người từ 16 tuổi thì phải đủ 18 tuổi. Chọn lại.',
  'changes.not_parent': 'Ở đây không ghi hai người là cha mẹ và con.',
  'people.guardian_has_guardian':
    'Người giám hộ đang có người giám hộ nên không giám hộ cho người khác được. Chọn người khác.',
  'people.already_married':
    'Một trong hai người đang ghi là vợ, chồng của người khác. Ghi việc ly hôn hoặc việc mất trước.',
  'people.relation_with_self': 'Người kia phải là một người khác. Chọn lại.',
  'changes.guardian_not_able':
    'Người giám hộ phải là người khác, còn sống, đủ 18 tuổi vào ngày bắt đầu và không có người giám hộ. Chọn lại.',
  'people.person_not_found': 'Có người trong yêu cầu này ngoài địa bàn của anh/chị nên không ghi được.',
  'changes.area_not_found': 'Không có xã, phường này. Chọn lại nơi đến.',
  'changes.request_reused': 'Yêu cầu này đã được gửi. Mở danh sách để xem.',
  'people.already_dead': 'Người này đã được ghi là qua đời.',
  'people.not_dead': 'Người này không được ghi là đã mất.',
  'people.death_in_future': 'Ngày mất ở tương lai. Sửa theo giấy khai tử.',
  'people.died_before_birth': 'Ngày mất ở trước ngày sinh. Đối chiếu giấy khai tử và giấy khai sinh.',
  'people.name_wrong': 'Họ tên chưa đúng. Chỉ ghi chữ cái, dấu cách, dấu phẩy trên, gạch nối và dấu chấm.',
  'people.birth_in_future': 'Ngày sinh ở tương lai. Sửa theo giấy tờ.',
  'people.birth_too_long_ago': 'Ngày sinh cách đây quá xa. Sửa theo giấy tờ.',
  'people.starts_in_future': 'Ngày bắt đầu ở tương lai. Ghi khi việc đã xảy ra.',
  'people.starts_before_birth': 'Ngày bắt đầu ở trước ngày sinh.',
  'people.ends_before_it_starts': 'Ngày kết thúc ở trước ngày bắt đầu.',
  'people.overlapping_residence':
    'Đã ghi nơi ở khác từ ngày này trở đi. Chọn ngày chuyển muộn hơn ít nhất một ngày.',
  'people.same_residence': 'Người này đã ở nơi đó. Không có gì để thay đổi.',
  'people.overlapping_membership':
    'Đã ghi người này ở hộ khác sau ngày này. Chọn ngày muộn hơn, hoặc sửa lần vào hộ kia trước.',
  'people.overlapping_circumstance': 'Đã ghi hoàn cảnh này cho cùng thời gian. Xem lại ngày.',
  'people.two_heads': 'Hộ đã có chủ hộ. Ghi chủ hộ cũ trở thành gì.',
  'people.head_not_of_age':
    'Người này chưa đủ 18 tuổi, mà trong hộ có người đã đủ tuổi. Chọn người đủ tuổi làm chủ hộ.',
  'people.relation_exists': 'Quan hệ này đã được ghi.',
  'people.number_in_use': 'Số định danh này đang thuộc người khác. Có thể là hai hồ sơ của một người.',
  'people.number_contradicts': 'Số định danh nói giới tính hoặc năm sinh khác. Đối chiếu với thẻ.',
  'people.wrong_number_length': 'Số định danh cần đủ 12 chữ số.',
  'people.nothing_to_correct': 'Thông tin đã đúng như vậy. Không có gì để thay đổi.',
  'people.circumstance_detail_wrong': 'Chi tiết của hoàn cảnh còn thiếu hoặc chưa đúng.',
  'people.circumstance_not_found': 'Hoàn cảnh này vừa được sửa. Mở lại để xem.',
  'people.no_household':
    'Người này chưa thuộc hộ nào vào ngày đó nên chưa ghi được hộ nghèo, cận nghèo. Ghi hộ trước.',
  'people.starts_after_death': 'Ngày bắt đầu ở sau ngày mất. Sửa ngày, hoặc kiểm tra lại ngày mất.',
  'people.paper_of_the_future': 'Ngày của giấy tờ ở tương lai. Ghi đúng ngày trên giấy.',
  'people.not_of_a_man': 'Người này được ghi là nam nên không ghi mang thai.',
  'people.spouse_is_parent': 'Hai người này đang ghi là cha mẹ và con nên không thể là vợ chồng.',
  'people.parent_too_young': 'Cha hoặc mẹ chưa đủ 12 tuổi khi con sinh ra. Đối chiếu hai ngày sinh.',
  'people.parent_born_after_child': 'Cha hoặc mẹ sinh sau con. Đối chiếu hai ngày sinh.',
  'people.born_precision_differs': 'Chỉ biết năm hoặc tháng sinh thì không ghi ngày.',
  'changes.reason_needed':
    'Chưa trình được vì thiếu lý do. Ghi vì sao trước đây ghi sai, để người duyệt đối chiếu.',
  'entitlement.award_not_taken_over':
    'Việc hưởng này không nhập từ danh sách cũ, hoặc vừa thay đổi. Mở lại trang của người để xem.',
  'entitlement.paid_months_outside':
    'Tháng này không thuộc thời gian hưởng, hoặc còn ở tương lai. Ghi tháng cuối cùng mà danh sách cũ đã chi.',
}
