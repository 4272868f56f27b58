import { useState } from 'react'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { Button } from '#ui/button'
import { useNoting } from './use-noting.ts'

type Made = { readonly id: number }
const lists = { idOf: ({ id }: Made) => String(id), takeBack: () => Promise.resolve() }

let written = 0
const disk: (() => void)[] = []
/** A disk that is slow until it is told to go on. */
async function write(): Promise<Made> {
  const id = ++written
  await new Promise<void>((resolve) => disk.push(resolve))
  return { id }
}

function Till() {
  const [records, setRecords] = useState<readonly Made[]>([])
  const { isNoting, note } = useNoting<string, Made>(lists, (change) => setRecords(change))
  return (
    <>
      <Button isPending={isNoting} onPress={() => void note('a', write)}>
        Đã chi
      </Button>
      {/* A handler of before the page was drawn anew. */}
      <Button onPress={() => void Promise.all([note('a', write), note('a', write)])}>Hai lần</Button>
      <p>{records.length} ghi nhận</p>
    </>
  )
}

test('what is pressed while something is written down writes nothing more', async () => {
  const screen = await render(<Till />)
  await screen.getByRole('button', { name: 'Hai lần' }).click()
  const paid = screen.getByRole('button', { name: 'Đã chi' })
  await expect.element(paid).toHaveAttribute('aria-disabled', 'true')
  for (const go of disk.splice(0)) go()
  await expect.element(screen.getByText('1 ghi nhận')).toBeVisible()
  await expect.element(paid).not.toHaveAttribute('aria-disabled')
  expect(written).toBe(1)
  await paid.click()
  for (const go of disk.splice(0)) go()
  await expect.element(screen.getByText('2 ghi nhận')).toBeVisible()
})
