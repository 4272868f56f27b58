import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { civilDate } from '#kernel/civil-date'
import { PersonId, type PersonHit } from '#modules/people/contract'
import { IntakeHits } from './intake-hits.tsx'

const dead = hit(1, { fullName: 'Nguyễn Thị Hòa', diedOn: civilDate('2026-11-20') })

test('whoever has died is chosen for a funeral, with the day they died', async () => {
  const choose = vi.fn<(hit: PersonHit) => void>()
  const screen = await render(<IntakeHits hits={[dead]} mayHaveDied onChoose={choose} />)
  await expect.element(screen.getByText('đã mất ngày 20/11/2026')).toBeVisible()
  await screen.getByRole('button', { name: /^Chọn Nguyễn Thị Hòa/ }).click()
  expect(choose).toHaveBeenCalledWith(dead)
})

test('for a procedure of the living, whoever has died is said to have died and cannot be chosen', async () => {
  const screen = await render(<IntakeHits hits={[dead]} mayHaveDied={false} onChoose={() => undefined} />)
  await expect.element(screen.getByText('đã mất ngày 20/11/2026')).toBeVisible()
  await expect.element(screen.getByText(/không nhận cho người đã mất/)).toBeVisible()
  expect(screen.getByRole('button').elements()).toEqual([])
  expect(screen.getByText(/Không tìm thấy ai/).elements()).toEqual([])
})

test('the first eight are shown, the living before the dead, and that there are more is said', async () => {
  const living = Array.from({ length: 8 }, (_, place) => hit(place + 2))
  const screen = await render(
    <IntakeHits hits={[dead, ...living]} mayHaveDied={false} onChoose={() => undefined} />,
  )
  expect(screen.getByRole('button').elements()).toHaveLength(8)
  await expect.element(screen.getByText(/^Còn người khác/)).toBeVisible()
  await screen.rerender(<IntakeHits hits={living} mayHaveDied={false} onChoose={() => undefined} />)
  expect(screen.getByText(/^Còn người khác/).elements()).toEqual([])
})

function hit(place: number, given: Partial<PersonHit> = {}): PersonHit {
  return {
    id: PersonId.parse(`0197f000-0000-7000-8000-00000000000${place}`),
    fullName: `Trần Văn ${place}`,
    sex: 'male',
    born: civilDate('1940-01-01'),
    bornPrecision: 'day',
    diedOn: null,
    number: null,
    home: { id: 1, name: 'Xã Tam Sơn', nowId: 1, nowName: 'Xã Tam Sơn' },
    village: null,
    reasons: ['name'],
    ...given,
  }
}
