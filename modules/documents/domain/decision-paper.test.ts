import { describe, expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { decisions, hoa } from '../testing.ts'
import { DecisionFacts } from './decision-facts.ts'
import { decisionPaper, symbolOf } from './decision-paper.ts'
import { committeeOf } from './offices.vi.ts'
import { Paper, textsOf } from './paper.ts'
import { capacityLines } from './phrases.vi.ts'
import { salutationOf } from './people.ts'

const everyKind = Object.values(decisions)
const said = (facts: DecisionFacts) => textsOf(decisionPaper(facts)).join('\n').replaceAll('\u00a0', ' ')

describe('a decision', () => {
  test.for(everyKind.map((facts) => [facts.kind, facts] as const))(
    'of kind %s can be frozen and read back word by word',
    ([, facts]) => {
      const stored: unknown = JSON.parse(JSON.stringify(facts))
      expect(DecisionFacts.parse(stored)).toEqual(facts)
      const paper = decisionPaper(facts)
      expect(Paper.parse(JSON.parse(JSON.stringify(paper)))).toEqual(paper)
    },
  )

  test('has the parts that Nghị định 30/2020/NĐ-CP wants, in their order', () => {
    const text = said(decisions.grant)
    const parts = [
      'ỦY BAN NHÂN DÂN',
      'XÃ TAM SƠN',
      'Tam Sơn, ngày 23 tháng 11 năm 2026',
      'QUYẾT ĐỊNH',
      'Về việc hưởng trợ cấp xã hội hằng tháng',
      'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TAM SƠN',
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
      'Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.',
      'QUYẾT ĐỊNH:',
      'Cho hưởng trợ cấp xã hội hằng tháng đối với bà Nguyễn Thị Hòa, sinh năm 1938',
      'Mức hưởng: 810.000 đồng/tháng (Tám trăm mười nghìn đồng), bằng mức chuẩn trợ giúp xã hội 540.000 đồng nhân hệ số 1,5.',
      'kể từ tháng 11 năm 2026',
      'chịu trách nhiệm thi hành Quyết định này./.',
      'Nơi nhận:',
      '- Như Điều 3;',
      '- Lưu: VT, VHXH.',
      'KT. CHỦ TỊCH',
      'PHÓ CHỦ TỊCH',
      'Trần Văn Minh',
    ]
    let at = 0
    for (const part of parts) {
      expect(text.slice(at)).toContain(part)
      at = text.indexOf(part, at) + part.length
    }
  })

  test('ends a reason with one full stop, whoever typed it', () => {
    const suspended = (reason: string) => said({ ...decisions.suspend, reason })
    expect(suspended('Không đến xác định lại.')).toBe(suspended('Không đến xác định lại'))
    expect(suspended('Không đến xác định lại.')).toContain('Lý do: Không đến xác định lại.\n')
  })

  test('without a number or a day is a draft with room for both', () => {
    const paper = decisionPaper({ ...decisions.grant, number: null, signedOn: null })
    expect(paper.draft).toBe('DỰ THẢO')
    expect(paper.letterhead.number).toEqual({ value: null, symbol: 'QĐ-UBND' })
    expect(paper.letterhead.dated).toMatch(/^Tam Sơn, ngày\s+tháng\s+năm\s+$/)
    expect(decisionPaper(decisions.grant).draft).toBeNull()
  })

  test('leaves out why somebody is entitled where it is not to be told', () => {
    expect(said(decisions.grant)).toContain('thuộc đối tượng người khuyết tật nặng')
    expect(said({ ...decisions.grant, ground: null })).not.toContain('thuộc đối tượng')
  })

  test('asks nobody who died to carry it out, and no child', () => {
    const dead = said(decisions.stop)
    expect(dead).toContain(
      'Trưởng phòng Văn hóa - Xã hội và các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm',
    )
    const child = { ...decisions.suspend, person: { ...hoa, salutation: 'cháu' as const } }
    expect(said(child)).toContain('và người chăm sóc, nuôi dưỡng cháu Nguyễn Thị Hòa chịu trách nhiệm')
  })

  test('is carried out by whoever receives the money, and by the dead in no case', () => {
    const { payee, ...emergency } = decisions.emergency
    expect(said({ ...emergency, payee })).toContain(`và ${payee!.name} chịu trách nhiệm thi hành`)
    const self = { name: emergency.person.fullName, relation: null }
    expect(said({ ...emergency, payee: self })).toContain('và bà Nguyễn Thị Hòa chịu trách nhiệm thi hành')
  })

  test('for many sums its list up and refers to itself by number', () => {
    const text = said(decisions.batch)
    expect(text).toContain('điều chỉnh mức trợ cấp xã hội hằng tháng đối với 41 người')
    expect(text).toContain('33.210.000 đồng/tháng (Ba mươi ba triệu hai trăm mười nghìn đồng)')
    expect(text).toContain('(Kèm theo Quyết định số 128/QĐ-UBND ngày 23 tháng 11 năm 2026 của Chủ tịch')
    expect(text).toContain('Tổng cộng: 41 người\n\n\n\n30.750.000\n33.210.000\n9.840.000')
  })

  test('of a district chair, before communes decided, carries the district’s name and offices', () => {
    const issuer = committeeOf({ name: 'Huyện Sông Lô', level: 'district' })
    const text = said({ ...decisions.grant, issuer, signedOn: civilDate('2024-08-05') })
    expect(text).toContain('ỦY BAN NHÂN DÂN\nHUYỆN SÔNG LÔ')
    expect(text).toContain('Sông Lô, ngày 05 tháng 8 năm 2024')
    expect(text).toContain('CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN SÔNG LÔ')
    expect(text).toContain('Theo đề nghị của Trưởng phòng Lao động - Thương binh và Xã hội.')
  })
})

test('a refusal is a notice with its reasons, counted apart from decisions', () => {
  const text = said(decisions.refuse)
  expect(symbolOf(decisions.refuse)).toBe('TB-UBND')
  expect(text).toContain('THÔNG BÁO\nVề việc không đủ điều kiện hưởng trợ cấp xã hội hằng tháng')
  expect(text).toContain('đã nhận đủ hồ sơ mã số HS-26-7KQ4 của bà Nguyễn Thị Hòa')
  expect(text).toContain('Hộ của ông (bà) không thuộc hộ nghèo, hộ cận nghèo năm 2026.')
})

test.for([
  ['chair', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'],
  ['deputy', 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH'],
] as const)('a refusal, which the committee announces, is signed for it by its %s', ([capacity, lines]) => {
  const signer = { ...decisions.refuse.signer, capacity }
  expect(said({ ...decisions.refuse, signer })).toContain(lines)
  expect(said({ ...decisions.grant, signer })).not.toContain('TM. ')
})

test('a refusal of a facility is signed by its head alone', () => {
  const signer = { ...decisions.refuse.signer, capacity: 'head', title: 'Giám đốc' } as const
  expect(said({ ...decisions.refuse, signer })).not.toContain('TM. ')
})

test('a refusal about somebody who has died is told to whoever asked', () => {
  const text = said({ ...decisions.refuse, addressee: 'Phùng Văn Hùng' })
  expect(text).toContain(
    'của Phùng Văn Hùng, đề nghị hưởng trợ cấp xã hội hằng tháng đối với bà Nguyễn Thị Hòa',
  )
  expect(text).toContain('thông báo Phùng Văn Hùng không đủ điều kiện')
  expect(text).toContain('thông báo để Phùng Văn Hùng được biết./.')
  expect(text).toContain('- Phùng Văn Hùng;')
  expect(text).not.toMatch(/thông báo (để )?bà|- Bà/)
})

test.for([
  ['chair', ['CHỦ TỊCH']],
  ['deputy', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  ['acting', ['Q. CHỦ TỊCH']],
  ['for_committee', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  ['deputy_for_committee', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
] as const)('who signs as %s says so', ([capacity, lines]) => {
  expect(capacityLines({ name: 'Trần Văn Minh', capacity, title: null })).toEqual(lines)
})

test.for([
  ['Xã Tam Sơn', 'Tam Sơn'],
  ['Đặc khu Phú Quốc', 'Phú Quốc'],
  ['Phường 14', 'Phường 14'],
] as const)('a paper of %s is dated from %s', ([name, place]) => {
  expect(committeeOf({ name, level: 'commune' }).place).toBe(place)
})

test('people are spoken of by age and sex on the day of the paper', () => {
  const born = civilDate('2010-11-24')
  expect(salutationOf({ sex: 'male', born }, civilDate('2026-11-23'))).toBe('cháu')
  expect(salutationOf({ sex: 'male', born }, civilDate('2026-11-24'))).toBe('ông')
  expect(salutationOf({ sex: null, born }, civilDate('2026-11-24'))).toBe('ông (bà)')
})
