/** Why a change cannot be asked for or recorded; what the register itself refuses is said here too, where it is met. */
export const problemWords: Readonly<Record<string, string>> = {
  'changes.request_not_found': 'Không thấy yêu cầu này trong địa bàn của anh/chị.',
  'changes.person_not_found': 'Không thấy người này trong địa bàn của anh/chị.',
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
  'changes.guardian_not_able':
    'Người giám hộ phải là người khác, còn sống, đủ 18 tuổi vào ngày bắt đầu và không có người giám hộ. Chọn lại.',
  'people.person_not_found': 'Có người trong yêu cầu này ngoài địa bàn của anh/chị nên không ghi được.',
  'changes.area_not_found': 'Không có xã, phường này. Chọn lại nơi đến.',
  'changes.request_reused': 'Yêu cầu này đã được gửi. Mở danh sách để xem.',
  'people.already_dead': 'Người này đã được ghi là qua đời.',
  'people.not_dead': 'Người này không được ghi là đã mất.',
  'people.death_in_future': 'Ngày mất ở tương lai. Sửa theo giấy khai tử.',
  'people.died_before_birth': 'Ngày mất ở trước ngày sinh. Đối chiếu giấy khai tử và giấy khai sinh.',
  'people.birth_in_future': 'Ngày sinh ở tương lai. Sửa theo giấy tờ.',
  'people.birth_too_long_ago': 'Ngày sinh cách đây quá xa. Sửa theo giấy tờ.',
  'people.starts_in_future': 'Ngày bắt đầu ở tương lai. Ghi khi việc đã xảy ra.',
  'people.starts_before_birth': 'Ngày bắt đầu ở trước ngày sinh.',
  'people.ends_before_it_starts': 'Ngày kết thúc ở trước ngày bắt đầu.',
  'people.overlapping_residence': 'Đã ghi nơi ở khác từ ngày này trở đi. Xem lại ngày chuyển.',
  'people.same_residence': 'Người này đã ở nơi đó. Không có gì để thay đổi.',
  'people.overlapping_membership': 'Đã ghi người này ở hộ khác sau ngày này. Xem lại ngày.',
  'people.overlapping_circumstance':
    'Đã có mức độ khuyết tật khác trong thời gian này. Xem lại ngày cấp giấy.',
  'people.two_heads': 'Hộ đã có chủ hộ. Ghi chủ hộ cũ trở thành gì.',
  'people.relation_exists': 'Quan hệ này đã được ghi.',
  'people.number_in_use': 'Số định danh này đang thuộc người khác. Có thể là hai hồ sơ của một người.',
  'people.number_contradicts': 'Số định danh nói giới tính hoặc năm sinh khác. Đối chiếu với thẻ.',
  'people.wrong_number_length': 'Số định danh cần đủ 12 chữ số.',
  'people.nothing_to_correct': 'Thông tin đã đúng như vậy. Không có gì để thay đổi.',
}
