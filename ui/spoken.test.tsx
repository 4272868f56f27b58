import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ComboBox } from './combo-box.tsx'
import { setLanguage } from './language.tsx'
import { ConfirmDialog } from './overlay.tsx'
import { DesignSystem } from './spoken.tsx'
import { spoken as en } from './spoken.en.ts'
import { spoken as vi } from './spoken.vi.ts'

/** What React Aria itself would say, package by package. */
const shipped = import.meta.glob<{ default: Readonly<Record<string, unknown>> }>(
  [
    '/node_modules/react-aria/dist/private/intl/{autocomplete,breadcrumbs,combobox,grid,menu,overlays,searchfield,tag,tree}/en-US.mjs',
    '/node_modules/react-aria-components/dist/private/intl/en-US.mjs',
  ],
  { eager: true },
)
const packageOf = (file: string) => {
  const inside = /\/intl\/([a-z]+)\/en-US/.exec(file)?.[1]
  return inside ? `@react-aria/${inside}` : 'react-aria-components'
}

afterEach(() => setLanguage('vi'))

test.for(Object.entries(shipped))('every word of %s has a Vietnamese one', ([file, { default: words }]) => {
  const ours: Readonly<Record<string, unknown>> = vi[packageOf(file) as keyof typeof vi] // Fails below where there is none.
  expect(Object.keys(ours).toSorted()).toEqual(Object.keys(words).toSorted())
  const untranslated = Object.entries(ours).filter(
    ([key, said]) => typeof said === 'string' && said === words[key],
  )
  expect(untranslated).toEqual([])
})

test('an open dialog and an open list say nothing in English', async () => {
  const screen = await render(
    <DesignSystem navigate={() => {}}>
      <Everything />
    </DesignSystem>,
  )
  await screen.getByRole('combobox', { name: 'Xã, phường' }).click()
  await userEvent.keyboard('tam')
  await expect.element(screen.getByRole('option', { name: /Xã Tam Sơn/ })).toBeVisible()
  expect(englishIn(document.body)).toEqual([])
  await userEvent.keyboard('{Escape}')
  await screen.getByRole('button', { name: 'Mở hộp thoại' }).click()
  await expect.element(screen.getByRole('dialog', { name: 'Khóa kỳ 12/2026?' })).toBeVisible()
  expect(englishIn(document.body)).toEqual([])
})

test('after switching to English, what is said follows', async () => {
  const screen = await render(
    <DesignSystem navigate={() => {}}>
      <Everything />
    </DesignSystem>,
  )
  await expect.element(screen.getByRole('button', { name: /Hiện gợi ý/ })).toBeInTheDocument()
  setLanguage('en')
  await expect.element(screen.getByRole('button', { name: /Show suggestions/ })).toBeInTheDocument()
  expect(document.documentElement.lang).toBe('en')
})

/** Every name or description whose words are one of the English ones. */
function englishIn(root: Element): string[] {
  const english = new Set(
    [...Object.values(shipped).map((module) => module.default), ...Object.values(en)].flatMap((words) =>
      Object.values(words).filter((said): said is string => typeof said === 'string'),
    ),
  )
  const said = [
    ...root.querySelectorAll('[aria-label], [aria-roledescription], [title], .sr, [aria-live]'),
  ].flatMap((element) => [
    element.getAttribute('aria-label'),
    element.getAttribute('aria-roledescription'),
    element.getAttribute('title'),
    element.childElementCount === 0 ? element.textContent : null,
  ])
  return said.filter((words): words is string => words !== null && english.has(words.trim()))
}

function Everything() {
  const [area, setArea] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ComboBox
        label="Xã, phường"
        value={area}
        onChange={setArea}
        options={[
          { value: '1', label: 'Xã Tam Sơn', detail: 'trước là Như Thụy' },
          { value: '2', label: 'Xã Sông Lô' },
        ]}
      />
      <button type="button" onClick={() => setOpen(true)}>
        Mở hộp thoại
      </button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title="Khóa kỳ 12/2026?"
        verb="Khóa kỳ"
        otherwise="Chưa khóa"
        onConfirm={() => setOpen(false)}
      >
        Sau khi khóa không sửa được. Thay đổi sẽ vào kỳ sau.
      </ConfirmDialog>
    </>
  )
}
