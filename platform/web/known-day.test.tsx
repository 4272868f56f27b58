import { useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { addDays, todayInVietnam, type CivilDate } from '#kernel/civil-date'
import { formatDay } from '#ui/format'
import { isAhead, KnownDayField } from './known-day.tsx'

test('a day that lies ahead is refused at the field, with the last that can be chosen', async () => {
  const today = todayInVietnam()
  const screen = await render(<OneDay />)
  const box = screen.getByLabelText('Biết đến')
  await userEvent.fill(box, formatDay(addDays(today, 1)))
  const error = `Ngày này chưa đến, chưa ai biết những gì sẽ được ghi. Chọn hôm nay (${formatDay(today)}) hoặc một ngày đã qua.`
  await expect.element(screen.getByText(error)).toBeVisible()
  await expect.element(box).toHaveAttribute('aria-invalid', 'true')
  await userEvent.fill(box, formatDay(today))
  await expect.element(screen.getByText(error)).not.toBeInTheDocument()
  expect([isAhead(addDays(today, 1)), isAhead(today), isAhead(null)]).toEqual([true, false, false])
})

function OneDay() {
  const [day, setDay] = useState<CivilDate | null>(null)
  return <KnownDayField label="Biết đến" value={day} onChange={setDay} />
}
