import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { KeptPage } from './carried-page.tsx'
import { messages } from './messages.vi.ts'

function Page({ isReady }: { isReady?: boolean }) {
  return (
    <KeptPage isReady={isReady} isOpen={false}>
      <button type="button">Lấy danh sách</button>
    </KeptPage>
  )
}

test('nothing moves under a finger when the page has been kept', async () => {
  const screen = await render(<Page />)
  const button = screen.getByRole('button').element()
  const before = button.getBoundingClientRect().top
  await screen.rerender(<Page isReady />)
  await expect.element(screen.getByText(messages.pageKept)).toBeVisible()
  expect(button.getBoundingClientRect().top).toBe(before)
})
