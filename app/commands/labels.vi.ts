import type { Evaluator } from '#modules/entitlement'
import type { DemoStage } from '../demo/index.ts'
import type { Group } from '../demo/targets.ts'

const stages: Readonly<Record<DemoStage, string>> = {
  areas: 'địa danh',
  people: 'con người',
  facts: 'hoàn cảnh',
  rights: 'quyền lợi',
  payroll: 'kỳ chi trả',
  residents: 'dân cư',
  ready: 'xong',
}

const evaluators: Readonly<Record<Evaluator, string>> = {
  interpreter: 'tính từng người',
  explanation: 'tính kèm lý do',
  kernel: 'tính cả danh sách',
  table: 'tra bảng mọi trường hợp',
}

const groups: Readonly<Record<Group | 'total', string>> = {
  orphans: 'trẻ em không có người nuôi dưỡng',
  elderlyAlone: 'người cao tuổi không có người phụng dưỡng',
  aged80: 'người từ 80 tuổi',
  disabled: 'người khuyết tật',
  singleParents: 'đơn thân nghèo nuôi con',
  hiv: 'người nhiễm HIV',
  care: 'chăm sóc, nuôi dưỡng',
  other: 'khác',
  total: 'tổng',
}

/** What the command line calls things that are codes elsewhere. */
export const labels = {
  stages,
  evaluators,
  /** Figures of the demonstration, by their first and their second part. */
  figures: {
    lines: 'dòng',
    female: 'nữ trong số',
    severity: 'mức độ khuyết tật',
    disability: 'dạng khuyết tật',
    disabledAge: 'tuổi người khuyết tật',
    age80: 'tuổi từ',
    identified: 'đã có',
    phone: 'có số điện thoại',
    account: 'nhận qua tài khoản',
    collected: 'có người nhận thay',
  } as Readonly<Record<string, string>>,
  figureParts: {
    ...groups,
    severe: 'nặng',
    exceptionally_severe: 'đặc biệt nặng',
    mobility: 'vận động',
    hearing_speech: 'nghe, nói',
    sight: 'nhìn',
    mental: 'thần kinh, tâm thần',
    intellectual: 'trí tuệ',
    child: 'trẻ em',
    adult: 'người lớn',
    elder: 'người cao tuổi',
    personal_id: 'số định danh',
  } as Readonly<Record<string, string>>,
  rows: {
    total: 'Tổng số',
    ready: 'Sẵn sàng',
    look: 'Cần xem',
    refused: 'Chưa ghi được',
    known: 'Đã có',
    applied: 'Đã ghi',
  },
  levels: { refused: 'chưa ghi được', look: 'cần xem', note: 'ghi chú' },
  isRight: 'đúng ',
  isWrong: 'SAI  ',
}
