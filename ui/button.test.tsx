import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { Button } from './button.tsx'

test('a pending button takes no second press and sends no form', async () => {
  const press = vi.fn<() => void>()
  const submit = vi.fn<(event: { preventDefault: () => void }) => void>((event) => event.preventDefault())
  const screen = await render(
    <form onSubmit={submit}>
      <Button type="submit" isPending onPress={press}>
        Phê duyệt
      </Button>
    </form>,
  )
  const button = screen.getByRole('button', { name: 'Phê duyệt' })
  await expect.element(button).toHaveAttribute('aria-disabled', 'true')
  await button.click({ force: true })
  expect(press).not.toHaveBeenCalled()
  expect(submit).not.toHaveBeenCalled()

  await screen.rerender(
    <form onSubmit={submit}>
      <Button type="submit" onPress={press}>
        Phê duyệt
      </Button>
    </form>,
  )
  await button.click()
  expect(press).toHaveBeenCalledOnce()
  expect(submit).toHaveBeenCalledOnce()
})
