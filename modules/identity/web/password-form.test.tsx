import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { PasswordPage } from './password-page.tsx'

afterEach(() => vi.restoreAllMocks())

test('what is wrong stands beside the field and in the summary, which leads to it', async () => {
  const screen = await render(page())
  await screen.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await expect.element(screen.getByRole('heading', { name: 'Có 3 chỗ cần sửa' })).toHaveFocus()
  await screen.getByRole('link', { name: /^Mật khẩu mới chưa đủ 12 ký tự/ }).click()
  await expect.element(screen.getByLabelText('Mật khẩu mới', { exact: true })).toHaveFocus()
})

test('a refusal by the server leaves everything that was typed, and says why', async () => {
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(
    Response.json(
      {
        defined: true,
        code: 'identity.password_wrong',
        status: 422,
        message: 'identity.password_wrong',
        data: {},
      },
      { status: 422 },
    ),
  )
  const screen = await render(page())
  await userEvent.type(screen.getByLabelText('Mật khẩu hiện nay'), 'sai rồi')
  await userEvent.type(screen.getByLabelText('Mật khẩu mới', { exact: true }), 'một câu rất dài 77')
  await userEvent.type(screen.getByLabelText('Nhập lại mật khẩu mới'), 'một câu rất dài 77')
  await screen.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await expect.element(screen.getByText(/^Mật khẩu hiện nay chưa đúng/)).toBeVisible()
  await expect
    .element(screen.getByLabelText('Mật khẩu mới', { exact: true }))
    .toHaveValue('một câu rất dài 77')

  await userEvent.clear(screen.getByLabelText('Nhập lại mật khẩu mới'))
  await screen.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await expect.element(screen.getByRole('heading', { name: 'Có 1 chỗ cần sửa' })).toBeVisible()
  await expect.element(screen.getByText(/^Mật khẩu hiện nay chưa đúng/)).not.toBeInTheDocument()
})

function page() {
  return (
    <QueryClientProvider client={new QueryClient()}>
      <PasswordPage />
    </QueryClientProvider>
  )
}
