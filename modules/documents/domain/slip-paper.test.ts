import { describe, expect, test } from 'vitest'
import { slips } from '../testing.ts'
import { Paper, textsOf } from './paper.ts'
import { SlipFacts } from './slip-facts.ts'
import { slipPaper } from './slip-paper.ts'

const said = (facts: SlipFacts) => textsOf(slipPaper(facts)).join('\n').replaceAll('\u00a0', ' ')

describe('a slip', () => {
  test.for(Object.values(slips).map((facts) => [facts.kind, facts] as const))(
    'of kind %s can be frozen and read back word by word',
    ([, facts]) => {
      expect(SlipFacts.parse(JSON.parse(JSON.stringify(facts)))).toEqual(facts)
      const paper = slipPaper(facts)
      expect(Paper.parse(JSON.parse(JSON.stringify(paper)))).toEqual(paper)
      // What hangs on a wall or goes to a guest does not say by which code the file can be followed.
      const isWithoutFile = facts.kind === 'invitation' || facts.kind === 'posting_notice'
      expect(said(facts).includes('HS-26-7KQ4')).toBe(!isWithoutFile)
    },
  )

  test('tells the times of Vietnam, wherever the program runs', () => {
    const text = said(slips.receipt)
    expect(text).toContain('Thời gian nhận hồ sơ\n08 giờ 30 phút, ngày 12 tháng 11 năm 2026')
    expect(text).toContain('Thời gian trả kết quả\n17 giờ 00 phút, ngày 23 tháng 11 năm 2026')
    expect(said(slips.control_slip)).toContain('20/11/2026 15:15')
  })

  test('of somebody who had nothing to hand in says who looks it up', () => {
    expect(said({ ...slips.receipt, papers: [] })).toContain('không có; cơ quan nhà nước tự tra cứu')
  })

  test('asks for everything that is missing at once, and says that the clock stands', () => {
    const text = said(slips.supplement_request)
    expect(text).toContain('Giấy tờ chứng minh nơi cư trú hiện nay')
    expect(text).toContain('Ảnh chụp giấy xác nhận khuyết tật rõ chữ')
    expect(text).toContain('Thời hạn giải quyết tạm dừng từ ngày 12 tháng 11 năm 2026')
  })

  test('that the committee signs has the committee’s letterhead, one that the desk hands out has both', () => {
    expect(slipPaper(slips.apology).letterhead).toMatchObject({
      superior: [],
      agency: ['ỦY BAN NHÂN DÂN', 'XÃ TAM SƠN'],
    })
    expect(slipPaper(slips.receipt).letterhead).toMatchObject({
      superior: ['ỦY BAN NHÂN DÂN', 'XÃ TAM SƠN'],
      agency: ['TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG'],
    })
  })
})

test('a declaration whose official form was not seen says so, and one whose form was seen does not', () => {
  const unseen = said(slips.declaration)
  expect(unseen).toContain('Mẫu số 01\nNghị định số 335/2026/NĐ-CP')
  expect(unseen).toContain('chưa được đối chiếu với Mẫu số 01')
  const seen = said({ ...slips.declaration, form: { ...slips.declaration.form, isSeen: true } })
  expect(seen).not.toContain('chưa được đối chiếu')
})
