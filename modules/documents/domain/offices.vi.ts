import type { Issuer } from './people.ts'
import { inSentence } from './phrases.vi.ts'

type Unit = {
  /** As the register of units has it: «Xã Tam Sơn», «Huyện Sông Lô». */
  readonly name: string
  readonly level: 'commune' | 'district' | 'province'
}

/** The kinds of units, which stand before the name and are not part of the place a paper is dated from. */
const kinds = /^(Xã|Phường|Thị trấn|Đặc khu|Huyện|Quận|Thị xã|Thành phố|Tỉnh) (?!\d)/

/** A People’s Committee and the offices that work for it on social assistance: districts decided until 30/06/2025, communes since. */
export function committeeOf({ name, level }: Unit): Issuer {
  const unit = inSentence(name)
  return {
    superior: null,
    agency: ['Ủy ban nhân dân', name],
    name: `Ủy ban nhân dân ${unit}`,
    authority: `Chủ tịch Ủy ban nhân dân ${unit}`,
    place: name.replace(kinds, ''),
    abbreviation: 'UBND',
    ...(level === 'commune' ? communeOffices(unit) : districtOffices(unit)),
  }
}

function communeOffices(unit: string) {
  return {
    proposer: 'Trưởng phòng Văn hóa - Xã hội',
    executors: [`Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân ${unit}`],
    file: 'VT, VHXH',
  }
}

function districtOffices(unit: string) {
  return {
    proposer: 'Trưởng phòng Lao động - Thương binh và Xã hội',
    executors: [`Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân ${unit}`],
    file: 'VT, LĐTBXH',
  }
}
