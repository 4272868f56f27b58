import type { CivilDate } from '#kernel/civil-date'
import { formatDay } from '#kernel/written'

/** What is written into the register and into drafts of decisions, in the language of both. */
export const written = {
  head: 'chủ hộ',
  formerHead: 'chủ hộ cũ',
  child: 'con',
  childOfMember: 'cháu',
  otherMember: 'khác',
  outOfSight: 'người ngoài địa bàn',
  disabilityCertificate: 'Giấy xác nhận khuyết tật',
  request: 'Yêu cầu thay đổi',
  paperNumber: ' số ',
  population: 'CSDL dân cư',
  toldAnew: 'CSDL dân cư đã báo thông tin mới hơn.',
  livesAfterAll: (on: CivilDate) =>
    `Việc báo mất ngày ${formatDay(on)} không đúng: người hưởng còn sống. Hồ sơ mở vì việc đó không còn căn cứ.`,
  movedOn: (on: CivilDate) =>
    `Người hưởng đã chuyển tiếp đến nơi khác từ ngày ${formatDay(on)}; nơi ở mới nhận hồ sơ.`,
  died: (on: CivilDate) => `Người hưởng mất ngày ${formatDay(on)}.`,
}
