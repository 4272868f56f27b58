import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ExplanationTree, type ReasonNode } from './explanation-tree.tsx'

const nodes: readonly ReasonNode[] = [
  {
    id: 'due',
    kind: 'head',
    reason: 'Được hưởng',
    sum: '810.000 đ',
    children: [
      {
        id: 'disabled',
        kind: 'yes',
        reason: 'Khuyết tật nặng',
        law: <a href="#k6">khoản 6 Điều 5</a>,
        children: [{ id: 'paper', kind: 'yes', reason: 'Giấy xác nhận ngày 02/03/2024' }],
      },
    ],
  },
  {
    id: 'not-due',
    kind: 'head',
    reason: 'Chưa được hưởng',
    isOpen: false,
    children: [{ id: 'pension', kind: 'no', reason: 'Hưu trí xã hội', stop: 'Dừng ở điều kiện 1' }],
  },
]

test('the tree opens, closes and is walked with the arrows alone', async () => {
  const screen = await render(<ExplanationTree label="Vì sao" nodes={nodes} />)
  const row = (name: RegExp) => screen.getByRole('row', { name })
  await userEvent.tab()
  await expect.element(row(/^Được hưởng/)).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(row(/Khuyết tật nặng/)).toHaveFocus()
  expect(row(/Giấy xác nhận/).query()).toBeNull()
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(row(/Giấy xác nhận/)).toBeVisible()
  await expect.element(row(/Khuyết tật nặng/)).toHaveAttribute('aria-expanded', 'true')
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(screen.getByRole('link', { name: 'khoản 6 Điều 5' })).toHaveFocus()
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(row(/Giấy xác nhận/).query()).toBeNull()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(row(/^Được hưởng/)).toHaveFocus()
})

test('a star opens everything below a row', async () => {
  const screen = await render(<ExplanationTree label="Vì sao" nodes={nodes} />)
  await userEvent.tab()
  await userEvent.keyboard('{End}*')
  await expect.element(screen.getByText('Dừng ở điều kiện 1')).toBeVisible()
})

test('one row alone is a stop for Tab, and levels are told', async () => {
  const screen = await render(<ExplanationTree label="Vì sao" nodes={nodes} />)
  const rows = screen.getByRole('row').elements()
  expect(rows.filter((row) => row.getAttribute('tabindex') === '0')).toHaveLength(1)
  expect(rows.map((row) => row.getAttribute('aria-level'))).toEqual(['1', '2', '1'])
})
