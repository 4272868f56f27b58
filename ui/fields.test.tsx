import { useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { civilDate, type CivilDate } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { BirthDateFields, type Birth } from './birth-date-fields.tsx'
import { Checkbox } from './choice.tsx'
import { DateField, MoneyField, parseDay, parseMoney, parseMonth } from './parsed-field.tsx'

test.for([
  ['05/11/2026', '2026-11-05'],
  ['5/11/2026', '2026-11-05'],
  ['5-11-2026', '2026-11-05'],
  ['05112026', '2026-11-05'],
  ['2026-11-05', '2026-11-05'],
  ['31/02/2026', undefined],
  ['29/02/2024', '2024-02-29'],
  ['5/11/26', undefined],
  ['', undefined],
] as const)('the day “%s” is read as %s', ([text, day]) => {
  expect(parseDay(text)).toBe(day)
})

test('months and amounts are read as they are commonly typed', () => {
  expect(parseMonth('11/2026')).toBe('2026-11')
  expect(parseMonth('13/2026')).toBeUndefined()
  expect(parseMoney('540000')).toBe(540_000)
  expect(parseMoney('1.080.000 đ')).toBe(1_080_000)
  expect(parseMoney('1.08')).toBeUndefined()
})

test('a day is left alone while typed, put in order when left, and refused in words when there is none', async () => {
  const screen = await render(<OneDay />)
  const box = screen.getByLabelText('Từ ngày')
  await userEvent.type(box, '5/1/2026')
  await expect.element(box).toHaveValue('5/1/2026')
  await userEvent.tab()
  await expect.element(box).toHaveValue('05/01/2026')
  await expect.element(screen.getByTestId('day')).toHaveTextContent('2026-01-05')

  await userEvent.clear(box)
  await userEvent.type(box, '31/2/2026')
  await userEvent.tab()
  await expect.element(box).toHaveValue('31/2/2026')
  await expect.element(box).toHaveAccessibleDescription(/Không có ngày “31\/2\/2026”/)
  await expect.element(screen.getByTestId('day')).toHaveTextContent('none')
})

test('an amount gets its dots only when the field is left', async () => {
  const screen = await render(<OneAmount />)
  const box = screen.getByLabelText('Số tiền')
  await userEvent.type(box, '1080000')
  await expect.element(box).toHaveValue('1080000')
  await userEvent.tab()
  await expect.element(box).toHaveValue('1.080.000')
})

test('when only the year of birth is known, one box is left and the precision says so', async () => {
  const screen = await render(<OneBirth />)
  await userEvent.type(screen.getByLabelText('Ngày', { exact: true }), '12')
  await userEvent.type(screen.getByLabelText('Tháng', { exact: true }), '3')
  await userEvent.type(screen.getByLabelText('Năm', { exact: true }), '1938')
  await expect.element(screen.getByTestId('birth')).toHaveTextContent('1938-03-12 day')
  await screen.getByLabelText('Chỉ biết năm').click()
  await expect.element(screen.getByTestId('birth')).toHaveTextContent('1938-01-01 year')
  expect(screen.getByLabelText('Ngày', { exact: true }).query()).toBeNull()
})

test('what is wrong with a box to tick is named by the box, which keeps the focus when it is told', async () => {
  const screen = await render(<OneTick />)
  const box = screen.getByRole('checkbox', { name: 'Có tiền lương' })
  await expect.element(box).toBeValid()
  await userEvent.click(box)
  await expect.element(box).toHaveFocus()
  await expect.element(box).toBeInvalid()
  await expect.element(box).toHaveAccessibleDescription('Mới 11 tuổi')
})

test('what is pressed to leave a box stays under the pointer until it is released', async () => {
  const screen = await render(
    <>
      <OneAmount />
      <Checkbox isSelected={false} onChange={() => undefined}>
        Tiền mặt
      </Checkbox>
    </>,
  )
  const box = screen.getByLabelText('Số tiền')
  await userEvent.type(box, '12 triệu')
  const below = screen.getByRole('checkbox', { name: 'Tiền mặt' }).element()
  const place = below.getBoundingClientRect().top
  const press = (kind: string) => below.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 1 }))
  press('pointerdown')
  ;(box.element() as HTMLElement).blur()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(below.getBoundingClientRect().top).toBe(place)
  press('pointerup')
  await expect.element(box).toHaveAccessibleDescription(/“12 triệu” không phải số tiền/)
})

function OneTick() {
  const [is, set] = useState(false)
  return (
    <Checkbox isSelected={is} onChange={set} error={is ? 'Mới 11 tuổi' : undefined}>
      Có tiền lương
    </Checkbox>
  )
}

function OneDay() {
  const [day, setDay] = useState<CivilDate | null>(null)
  return (
    <>
      <DateField label="Từ ngày" value={day} onChange={setDay} />
      <button type="button">Sau</button>
      <output data-testid="day">{day ?? 'none'}</output>
    </>
  )
}

function OneAmount() {
  const [amount, setAmount] = useState<Dong | null>(dong(0))
  return (
    <>
      <MoneyField label="Số tiền" value={amount === 0 ? null : amount} onChange={setAmount} />
      <button type="button">Sau</button>
    </>
  )
}

function OneBirth() {
  const [birth, setBirth] = useState<Birth | null>({ date: civilDate('2000-01-01'), precision: 'day' })
  const [isNew] = useState(true)
  return (
    <>
      <BirthDateFields label="Ngày sinh" value={isNew ? null : birth} onChange={setBirth} />
      <output data-testid="birth">{birth ? `${birth.date} ${birth.precision}` : 'none'}</output>
    </>
  )
}
