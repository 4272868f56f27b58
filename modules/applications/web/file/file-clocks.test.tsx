import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { civilDate, type CivilDate } from '#kernel/civil-date'
import type { ApplicationView, ClockView } from '../../contract.ts'
import { FileClocks } from './file-clocks.tsx'

const nearer = civilDate('2026-12-01')
const farther = civilDate('2026-12-10')

test.for([
  ['the step’s, where that of the file has not begun', null, nearer, ['Bước này:', 'hạn 01/12/2026']],
  [
    'the step’s, where it ends first',
    farther,
    nearer,
    ['Bước này:', 'hạn 01/12/2026', 'Cả hồ sơ:', 'hạn 10/12/2026'],
  ],
  ['the file’s, where the step ends no sooner', nearer, farther, ['hạn 01/12/2026']],
  ['the file’s, where the step has none', nearer, null, ['hạn 01/12/2026']],
] as const)('the day named is that of the queue: %s', async ([, total, step, said]) => {
  const screen = await render(
    <FileClocks
      file={file({ clock: clockTo(nearer), total: total && clockTo(total), step: step && clockTo(step) })}
    />,
  )
  await expect
    .poll(() => screen.container.textContent?.match(/Bước này:|Cả hồ sơ:|hạn [\d/]+/g) ?? [])
    .toEqual(said)
  expect(screen.getByText('chưa tính ngày').elements()).toEqual([])
})

test('where no clock runs, no day is counted', async () => {
  const screen = await render(<FileClocks file={file({ clock: null, total: null, step: null })} />)
  await expect.element(screen.getByText('chưa tính ngày')).toBeVisible()
})

type Clocks = { readonly clock: ClockView | null } & ApplicationView['clocks']

/** Of a file, what its clocks are drawn from. */
function file({ clock, ...clocks }: Clocks): ApplicationView {
  return { clock, clocks, outcome: null, actions: [] } as Partial<ApplicationView> as ApplicationView
}

function clockTo(dueOn: CivilDate): ClockView {
  return {
    state: 'ok',
    unit: 'working_days',
    left: 2,
    past: 0,
    whole: 5,
    dueOn,
    dueAt: null,
    pausedSince: null,
  }
}
