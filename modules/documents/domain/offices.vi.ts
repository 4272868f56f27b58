import type { Issuer } from './people.ts'
import { inSentence, upper } from './phrases.vi.ts'

type Unit = {
  /** As the register of units has it: «Xã Tam Sơn», «Huyện Sông Lô». */
  readonly name: string
  readonly level: 'commune' | 'district' | 'province'
}

/** The kinds of units, which stand before the name and are not part of the place a paper is dated from. */
const kinds = /^(Xã|Phường|Thị trấn|Đặc khu|Huyện|Quận|Thị xã|Thành phố|Tỉnh) (?!\d)/

/** «Tam Sơn», of «Xã Tam Sơn»: where papers are dated from. */
export function placeOf(unit: string): string {
  return unit.replace(kinds, '')
}

/** A People’s Committee and the offices that work for it on social assistance: districts decided until 30/06/2025, communes since. */
export function committeeOf({ name, level }: Unit): Issuer {
  const unit = inSentence(name)
  return {
    superior: null,
    // In capitals at the head of a paper (Nghị định 30/2020/NĐ-CP, Phụ lục I).
    agency: [upper('Ủy ban nhân dân'), upper(name)],
    name: `Ủy ban nhân dân ${unit}`,
    authority: `Chủ tịch Ủy ban nhân dân ${unit}`,
    place: placeOf(name),
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

type Facility = {
  /** The place it dates its papers from: «Tam Sơn». */
  readonly place: string
  /** «Trung tâm Bảo trợ xã hội tỉnh Phú Thọ» */
  readonly name: string
  readonly superior: string | null
  readonly abbreviation: string
  /** «Giám đốc» */
  readonly headTitle: string
}

/** A social assistance facility («cơ sở trợ giúp xã hội»), whose head decides who is taken in and leaves. */
export function facilityOffice({ name, superior, abbreviation, headTitle, place }: Facility): Issuer {
  return {
    superior,
    agency: [name],
    name,
    authority: `${headTitle} ${inSentence(name)}`,
    place,
    abbreviation,
    proposer: 'Trưởng phòng Công tác xã hội',
    executors: ['Trưởng phòng Tổ chức - Hành chính'],
    file: 'VT',
  }
}
