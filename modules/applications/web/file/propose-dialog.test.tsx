import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import type { ApplicationView } from '../../contract.ts'
import { ProposeDialog } from './propose-dialog.tsx'

test('whoever drafts is told which papers are still missing, and nothing of them where all are there', async () => {
  const screen = await render(dialog(['Giấy chứng tử', 'Đơn đề nghị'], ['Sổ hộ nghèo']))
  await expect.element(screen.getByText('Hồ sơ còn thiếu 2 loại giấy tờ.')).toBeVisible()
  await expect.element(screen.getByText('Giấy chứng tử; Đơn đề nghị')).toBeVisible()
  await screen.rerender(dialog([], ['Sổ hộ nghèo']))
  await expect.element(screen.getByText(/còn thiếu/)).not.toBeInTheDocument()
  await expect.element(screen.getByRole('dialog')).toBeVisible()
})

function dialog(lacking: readonly string[], there: readonly string[]) {
  const papers = [...lacking, ...there].map((name) => ({
    name: { vi: name, en: name },
    isLacking: lacking.includes(name),
  }))
  const action = { id: 'propose', proposes: ['grant'], needsReason: false }
  const file = {
    fullName: 'Nguyễn Thị Hòa',
    personId: null,
    eventForm: null,
    applicant: null,
    otherArea: null,
  }
  return (
    <QueryClientProvider client={new QueryClient()}>
      <ProposeDialog
        file={{ ...file, papers, actions: [action] } as unknown as ApplicationView} // What the dialog draws of a file.
        action={action as unknown as ApplicationView['actions'][number]} // As above.
        onClose={() => undefined}
        onDone={() => undefined}
      />
    </QueryClientProvider>
  )
}
