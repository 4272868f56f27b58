import { describe, expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { CaseFile, explainCase, type CaseInput, type ConditionNode } from '#modules/entitlement'
import { reasonsToRefuse } from './refusal-reasons.ts'
import { against } from './refusal-words.vi.ts'

const telling = { who: 'bà', tellsAll: false }

describe('what stands against a condition is said as a chair writes it', () => {
  const plain = { holds: false, confidential: false } as const
  const so = { holds: true, confidential: false } as const
  const degree = {
    ...plain,
    kind: 'is',
    fact: 'disability',
    among: ['severe', 'exceptionally_severe'],
  } as const
  const poor = { ...plain, kind: 'is', fact: 'household', among: ['poor', 'near_poor'] } as const
  const age = { kind: 'ageFrom', months: 900, ageInMonths: 783, reachedOn: civilDate('2036-08-01') } as const
  const money = {
    kind: 'amountBelow',
    facts: ['pension', 'socialInsurance'],
    against: 'social_pension',
  } as const
  const not = (of: ConditionNode): ConditionNode => ({ ...plain, kind: 'not', of })
  const any = (...of: ConditionNode[]): ConditionNode => ({ ...plain, kind: 'any', of })
  const pregnant = { ...plain, kind: 'flag', fact: 'isPregnant' } as const
  const children = { vi: 'con dưới 36 tháng tuổi', en: 'children under 36 months' }
  const raising = { ...plain, kind: 'countAtLeast', children, count: 1, found: 0, counted: [] } as const
  const orphan = { vi: 'Trẻ em mồ côi', en: 'Orphan' }

  test.for<[string, ConditionNode]>([
    ['bà không có giấy xác nhận khuyết tật mức nặng hoặc đặc biệt nặng', { ...degree, value: 'none' }],
    [
      'bà có giấy xác nhận khuyết tật mức nhẹ, không phải mức nặng hoặc đặc biệt nặng',
      { ...degree, value: 'mild' },
    ],
    ['bà không thuộc hộ nghèo hoặc hộ cận nghèo', { ...poor, value: 'other' }],
    ['bà thuộc hộ cận nghèo, không phải hộ nghèo', { ...poor, among: ['poor'], value: 'near_poor' }],
    [
      'bà có người có nghĩa vụ và quyền phụng dưỡng',
      { ...plain, kind: 'is', fact: 'obligor', among: ['none'], value: 'present' },
    ],
    [
      'bà không phải là người đơn thân',
      not({ ...so, kind: 'is', fact: 'singleParent', among: ['no'], value: 'no' }),
    ],
    ['bà không ở xã, thôn đặc biệt khó khăn', { ...plain, kind: 'flag', fact: 'inDifficultArea' }],
    ['bà có tiền lương, tiền công', not({ ...so, kind: 'flag', fact: 'hasWage' })],
    ['bà hiện 65 tuổi 3 tháng, đến ngày 01/08/2036 mới đủ 75 tuổi', { ...plain, ...age }],
    ['bà đã 65 tuổi 3 tháng, quy định là dưới 60 tuổi', { ...plain, ...age, kind: 'ageBelow', months: 720 }],
    [
      'bà không ở địa bàn tỉnh Vĩnh Phúc (cũ)',
      { ...plain, kind: 'livesIn', label: { vi: 'địa bàn tỉnh Vĩnh Phúc (cũ)', en: '' }, territory: '' },
    ],
    ['bà không nuôi con dưới 36 tháng tuổi', raising],
    ['bà đang nuôi 1 con dưới 36 tháng tuổi, chưa đủ 2', { ...raising, found: 1, count: 2 }],
    [
      'bà đang hưởng lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng 3.000.000 đồng/tháng, không thấp hơn mức trợ cấp hưu trí xã hội 500.000 đồng',
      { ...plain, ...money, value: dong(3_000_000), limit: dong(500_000) },
    ],
    [
      'bà đang hưởng lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng 3.000.000 đồng/tháng',
      { ...plain, ...money, value: dong(3_000_000), limit: dong(1), against: 'amount' },
    ],
    ['bà không mang thai, và bà không nuôi con dưới 36 tháng tuổi', any(pregnant, raising)],
    ['bà không nuôi con dưới 36 tháng tuổi', any({ ...pregnant, isImpossible: true }, raising)],
    [
      'bà không thuộc diện «Trẻ em mồ côi»: bà không ở xã, thôn đặc biệt khó khăn',
      {
        ...plain,
        kind: 'inGroup',
        group: 'X',
        label: orphan,
        of: { ...plain, kind: 'flag', fact: 'inDifficultArea' },
      },
    ],
    [
      'bà đã thuộc diện «Trẻ em mồ côi»',
      not({
        ...so,
        kind: 'inGroup',
        group: 'X',
        label: orphan,
        of: { ...so, kind: 'flag', fact: 'abandoned' },
      }),
    ],
    [
      'nhà ở được ghi là: không bị hư hỏng nặng; quy định là: hư hỏng nặng, không ở được',
      { ...plain, kind: 'eventIs', fact: 'damage', among: ['heavily_damaged'], value: 'none' },
    ],
    [
      'không được xác nhận là hộ có hoàn cảnh khó khăn',
      { ...plain, kind: 'eventFlag', fact: 'isInHardship' },
    ],
    [
      'mới cấp cứu và điều trị 2 ngày, chưa đủ 3 ngày',
      { ...plain, kind: 'eventAtLeast', fact: 'treatmentDays', least: 3, found: 2 },
    ],
    [
      'bà không hưởng trợ cấp xã hội hằng tháng hoặc trợ cấp hưu trí xã hội',
      { ...plain, kind: 'receives', benefits: ['monthly_allowance', 'social_pension'] },
    ],
    [
      'bà không đủ điều kiện hưởng trợ cấp xã hội hằng tháng',
      { ...plain, kind: 'entitledTo', benefit: 'monthly_allowance' },
    ],
  ])('%s', ([said, node]) => {
    expect(against(node, telling)).toBe(said)
  })

  test('and of what few may know nothing, unless whoever reads it may', () => {
    const hiv = { ...plain, confidential: true, kind: 'flag', fact: 'hiv' } as const
    const group = {
      ...so,
      confidential: true,
      kind: 'inGroup',
      group: 'MSA-3',
      label: { vi: 'Trẻ em nhiễm HIV', en: '' },
      of: hiv,
    } as const
    expect(against(hiv, telling)).toBe('bà không thuộc trường hợp được hưởng')
    expect(against(not(group), telling)).toBe('bà đã thuộc diện khác được trợ cấp')
    expect(against(hiv, { ...telling, tellsAll: true })).toBe('bà không ghi nhận nhiễm HIV')
  })
})

test('whoever asks for whatever monthly benefit is told why not in whole sentences with a clause, and nothing of HIV', () => {
  const reasons = new Set<string>()
  for (const told of people()) {
    const explanation = explainCase(CaseFile.parse(told), month('2026-11'), civilDate('2026-11-30'))
    for (const benefit of [
      'monthly_allowance',
      'social_pension',
      'care_support',
      'parenting_support',
    ] as const)
      for (const asked of [new Set<string>(), new Set(Object.keys(told.facts ?? {}))])
        for (const reason of reasonsToRefuse(explanation, { benefit, told: asked, ...telling }))
          reasons.add(reason)
  }
  expect(reasons.size).toBeGreaterThan(20)
  for (const reason of reasons) {
    expect(reason).not.toMatch(/HIV|dừng ở|hiện tại|undefined|null|NaN|_|\.\./)
    expect(reason).toMatch(/^\p{Lu}.+\.$/u)
  }
})

function* people(): Iterable<CaseInput> {
  for (const born of ['1948-03-01', '1954-03-01', '1984-05-10', '2018-02-01', '2025-01-01'])
    for (const household of ['poor', 'near_poor', 'other'] as const)
      for (const disability of ['none', 'mild'] as const)
        for (const more of [
          {},
          { hiv: true },
          { hasWage: true },
          { pension: 3_000_000 },
          { father: 'dead' as const },
        ])
          yield { born, facts: { household, disability, ...more } }
}
