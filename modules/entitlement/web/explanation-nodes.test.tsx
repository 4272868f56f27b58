import { expect, test } from 'vitest'
import type { Locator } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { civilDate, instant, month, type Month } from '#kernel/civil-date'
import { dong, tenths } from '#kernel/dong'
import { ExplanationTree } from '#ui/explanation-tree'
import type { FactSource } from '../contract.ts'
import type { ConditionNode, Explanation, GroupExplanation } from '../domain/explanation.ts'
import { wordsVi } from '../domain/words.vi.ts'
import { byDocument, citationFrom } from './citation.tsx'
import { inThousands } from './entitlement-timeline.tsx'
import { explanationNodes } from './explanation-nodes.tsx'
import { messages } from './messages.vi.ts'

test('what is paid stands with its arithmetic, its articles and the paper of each fact', async () => {
  const screen = await shown([givenGroup({ outcome: 'paid' })])
  const paid = screen.getByRole('row', { name: /Khuyết tật nặng, từ đủ 16/ })
  expect(await textOf(paid)).toContain('1,5 × 540.000 đ = 810.000 đ')
  expect(await textOf(paid)).toContain('khoản 6 Điều 5, khoản 1 Điều 6 Nghị định 335/2026/NĐ-CP')
  const fact = screen.getByRole('row', { name: /^Mức độ khuyết tật: nặng/ })
  expect(await textOf(fact)).toContain('GXN 67/2023, 06/02/2023')
})

test('a sum rests on the rule that lets its amounts stand together, not on what brought the law into force', async () => {
  const group = givenGroup({ outcome: 'paid' })
  const { label } = group
  const paid = { ...givenExplanation([group]), regime }
  const named = { rule: 'MSA-6-3', label, amount: dong(810_000), confidential: false }
  const together = {
    kind: 'together',
    benefit: 'monthly_allowance',
    kept: [named, { ...named, rule: 'MSA-4' }],
    cite: cite('khoản 2 Điều 6'),
  } as const
  const screen = await render(
    <ExplanationTree
      label="Vì sao"
      nodes={explanationNodes({ ...paid, combination: [together] }, telling)}
    />,
  )
  const head = screen.getByRole('row', { name: /^Được hưởng \d/ })
  expect(await textOf(head)).toContain('khoản 2 Điều 6 Nghị định 335/2026/NĐ-CP')
  expect(await textOf(head)).not.toContain('Điều 32')
  const [alone] = explanationNodes(paid, telling)
  expect(alone?.law).toBeUndefined()
})

test('a refused group says once where it stopped and when time alone will change it', async () => {
  const age: ConditionNode = {
    kind: 'ageFrom',
    holds: false,
    confidential: false,
    months: 900,
    ageInMonths: 489,
    reachedOn: civilDate('2061-02-11'),
  }
  const reachedIn = month('2061-02')
  const screen = await shown([
    givenGroup({ outcome: 'refused', condition: age, firstFailing: age, reachedIn }),
  ])
  const row = screen.getByRole('row', { name: /^Người khuyết tật/ })
  expect(await textOf(row)).toContain('Dừng ở điều kiện «từ đủ 75 tuổi»')
  expect(row.element().textContent.match(/02\/2061/g)).toHaveLength(2) // The day it is reached, and the month in its column.
  expect(await textOf(row)).toContain('sớm nhất 02/2061')
})

test('what only gives way comes first, then what time brings, then the rest in the order of the law', () => {
  const order = ['refused', 'later', 'not_highest', 'refused too'] as const
  const groups = order.map((group) =>
    givenGroup({
      group,
      outcome: group === 'not_highest' ? group : 'refused',
      ...(group === 'later' && { reachedIn: month('2030-01') }),
    }),
  )
  const others = explanationNodes(givenExplanation(groups), telling).at(-1)
  expect(others?.children?.map(({ id }) => id)).toEqual(['not_highest', 'later', 'refused', 'refused too'])
})

test('entitled but not decided stands apart from what is due', async () => {
  const screen = await shown([givenGroup({ outcome: 'not_awarded' })])
  await expect.element(screen.getByText('Đủ điều kiện nhưng chưa có quyết định')).toBeVisible()
  expect(await textOf(screen.getByRole('row', { name: /^Được hưởng/ }))).toBe('Được hưởng0 đ')
})

test('whoever meets the conditions again reads since when the decision has lapsed, and what it takes', async () => {
  const screen = await shown([givenGroup({ outcome: 'lapsed', lapsedIn: month('2026-02') })])
  await expect.element(screen.getByText('Đủ điều kiện trở lại, cần quyết định mới')).toBeVisible()
  await expect
    .element(screen.getByText(/Đã thôi đủ điều kiện từ tháng 02\/2026; .* cần quyết định mới$/))
    .toBeVisible()
})

test('whose award is suspended reads since when, and what lets it go on', async () => {
  const screen = await shown([givenGroup({ outcome: 'suspended', suspendedFrom: month('2026-04') })])
  await expect.element(screen.getByText('Đang tạm dừng theo quyết định')).toBeVisible()
  await expect
    .element(
      screen.getByText(/Đủ điều kiện, nhưng đang tạm dừng từ tháng 04\/2026; .* được truy lĩnh từ tháng đó$/),
    )
    .toBeVisible()
})

test('articles of one decree are named together, each once', () => {
  const texts = [
    'khoản 4 Điều 5, 20/2021/NĐ-CP',
    'điểm a, b khoản 1 Điều 2, 176/2025/NĐ-CP',
    'khoản 4 Điều 5, 20/2021/NĐ-CP',
  ]
  expect(byDocument(texts.map(citationFrom))).toEqual([
    { document: '20/2021/NĐ-CP', place: 'khoản 4 Điều 5' },
    { document: '176/2025/NĐ-CP', place: 'điểm a, b khoản 1 Điều 2' },
  ])
})

test('an amount in thousands is exact', () => {
  expect([540_000, 1_080_000, 670_500, 1_117_500, 447_250].map(inThousands)).toEqual([
    '540',
    '1.080',
    '670,5',
    '1.117,5',
    '447,25',
  ])
})

const sources: readonly FactSource[] = [
  {
    fact: 'disability',
    from: civilDate('2023-02-06'),
    until: null,
    document: 'Giấy xác nhận khuyết tật',
    number: 'GXN 67/2023',
    issuedOn: civilDate('2023-02-06'),
    issuedBy: 'UBND thị trấn Tam Sơn',
    source: 'Tờ khai tại xã',
    recordedAt: instant('2023-02-08T02:05:00Z'),
    about: null,
  },
]
const telling = { words: wordsVi, t: messages, sources, durations: [], isDecided: true }

function shown(groups: readonly GroupExplanation[]) {
  return render(
    <ExplanationTree label="Vì sao" nodes={explanationNodes(givenExplanation(groups), telling)} />,
  )
}

/** What a row says, once it is there. */
async function textOf(row: Locator) {
  await expect.element(row).toBeVisible()
  return row.element().textContent.replaceAll('\u00a0', ' ')
}

const cite = (place: string) => ({ document: '335/2026/NĐ-CP', place, certainty: 'verified' as const })

const regime: NonNullable<Explanation['regime']> = {
  id: 'R26',
  label: { vi: 'Nghị định 335/2026/NĐ-CP', en: 'Decree 335/2026/NĐ-CP' },
  ruleSet: '0',
  from: month('2026-07'),
  inForce: civilDate('2026-10-05'),
  isRetroactive: false,
  cite: cite('khoản 3–5 Điều 32'),
  procedure: { id: 'R26', adjust: 'month_of_change', cite: cite('khoản 4 Điều 8') },
}

function givenGroup(differing: Partial<GroupExplanation>): GroupExplanation {
  const holds = ['paid', 'not_awarded', 'lapsed', 'suspended'].includes(differing.outcome ?? '')
  return {
    group: 'MSA-6',
    benefit: 'monthly_allowance',
    component: 'allowance',
    label: { vi: 'Người khuyết tật nặng, đặc biệt nặng', en: 'Person with severe disability' },
    cite: cite('khoản 6 Điều 5'),
    outcome: 'paid',
    day: civilDate('2026-11-30'),
    confidential: false,
    condition: {
      kind: 'is',
      fact: 'disability',
      among: ['severe', 'exceptionally_severe'],
      value: 'severe',
      holds,
      confidential: false,
    },
    ...(holds && {
      band: { id: 'MSA-6-3', label: { vi: 'nặng', en: 'severe' }, cite: cite('khoản 1 Điều 6') },
      arithmetic: { coefficient: tenths(15), units: 1, standard: dong(540_000), amount: dong(810_000) },
    }),
    ...differing,
  }
}

function givenExplanation(groups: readonly GroupExplanation[]): Explanation {
  const paid = groups.flatMap(({ outcome, arithmetic }) =>
    outcome === 'paid' && arithmetic ? [arithmetic] : [],
  )
  return {
    format: 'explanation.v1',
    month: '2026-11' as Month,
    knownOn: civilDate('2026-11-23'),
    groups,
    combination: [],
    conventions: [],
    due: [],
    total: dong(paid.reduce((sum, { amount }) => sum + amount, 0)),
  }
}
