import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { ProgressCard } from '#ui/progress'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

test.for([vi, en])('what is said of a first reckoning ends with one full stop', async ({ running }) => {
  const screen = await render(
    <ProgressCard title={running.title} done={10} total={100} detail={running.more} />,
  )
  const said = screen.getByRole('paragraph')
  await expect.element(said).toBeVisible()
  expect(said.element().textContent).toContain(`${running.more}. `)
  expect(said.element().textContent).not.toContain('..')
})
