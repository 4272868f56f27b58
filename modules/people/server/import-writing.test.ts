import { sql } from 'kysely'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import type { Ctx } from '#platform/server/context'
import { killOnceItSpeaks } from '#testing/kill-once-it-speaks'
import { RegisterPerson } from '../contract.ts'
import { cancelImport } from '../import-contract.ts'
import { act, bringingLists, given, invoke, own, problemsOf, shown } from './bringing-lists.testing.ts'
import { startApplying } from './import-routes.ts'
import { registerPerson } from './register-person.ts'

const phucYen = 250708740
const interruptedJob = createRequire(import.meta.url).resolve('#testing/interrupted-job')

bringingLists()

test('a process killed while it takes rows in leaves whole rows, and the next worker does the others once', async () => {
  const middle = 'Lan Hoa Mai Cúc Đào Sen Nga Hà Thu Xuân Hạ Đông'.split(' ')
  const last = 'An Bình Chi Dung Giang Hương Khánh Linh Minh Ngọc'.split(' ')
  const family = 'Lưu Kim Vũ Đỗ Trần'.split(' ')
  const rows = Array.from({ length: 300 }, (_, index) => [
    index + 1,
    `${family[Math.floor(index / 60)]} Thị ${middle[Math.floor(index / 10) % 12]} ${last[index % 10]}`,
    'Nữ',
    1930 + (index % 20),
    '',
    'Tam Sơn',
    'khoản 6',
    'Nặng',
    `${index}/QĐ-UBND`,
    '10/10/2024',
    '10/2024',
  ])
  const id = await given('nhiều người.xlsx', rows)
  expect(await shown(id)).toMatchObject({ rows: { ready: 300 } })
  const { jobId } = await act((ctx) => startApplying(ctx, { id }))
  const before = await act(count)
  await killOnceItSpeaks(own, interruptedJob, own.programUrl, 'people.import_apply')
  const after = await act(count)
  const marked = (await shown(id)).rows.applied
  expect(marked).toBeGreaterThan(0)
  expect(marked).toBeLessThan(300)
  expect(after.people - before.people).toBe(marked)
  expect(after.facts - before.facts).toBe(marked)

  // Given up, it can be asked for again, and goes on where it stopped.
  await act((ctx) => sql`update platform.job set state = 'failed' where id = ${jobId}`.execute(ctx.db()))
  expect(await shown(id)).toMatchObject({ state: 'checked', rows: { applied: marked } })
  await expect(invoke(cancelImport, { id })).rejects.toThrow('people.import_wrong_state')
  const again = await act((ctx) => startApplying(ctx, { id }))
  expect(again.jobId).not.toBe(jobId)
  expect(await shown(id)).toMatchObject({ state: 'applying' })
  await own.runJobs()
  // Of all who hear of somebody new, one keeps what the list says they were given.
  await own.deliver('entitlement')
  const end = await act(count)
  expect(await shown(id)).toMatchObject({ state: 'applied', rows: { applied: 300 } })
  expect([end.people - before.people, end.facts - before.facts, end.listed - before.listed]).toEqual([
    300, 300, 300,
  ])
  // Whoever brings a list gives nobody money.
  expect(end.awards).toBe(0)
})

test('one row the register refuses does not keep out those beside it', async () => {
  const number = '026050001234'
  const rows = Array.from({ length: 7 }, (_, index) => [
    index + 1,
    `Nguyễn Kim ${'Một Hai Ba Bốn Năm Sáu Bảy'.split(' ')[index]}`,
    'Nam',
    '1950',
    index === 4 ? number : '',
    'Tam Sơn',
  ])
  const id = await given('trùng sau khi kiểm tra.xlsx', rows)
  expect(await shown(id)).toMatchObject({ rows: { ready: 7 } })
  await own.request((ctx) =>
    registerPerson(
      ctx,
      RegisterPerson.parse({
        fullName: 'Vũ Văn Khác',
        sex: 'male',
        born: '1950-01-01',
        bornPrecision: 'year',
        identifiers: [{ kind: 'personal_id', number }],
        home: { areaId: phucYen },
        source: 'Thẻ căn cước',
      }),
    ),
  )
  await act((ctx) => startApplying(ctx, { id }))
  await own.runJobs()
  const end = await shown(id)
  expect(end).toMatchObject({ state: 'applied', rows: { applied: 6, refused: 1 } })
  expect((await problemsOf(id)).at(-1)).toEqual([8, 'number_in_use_elsewhere'])
})

async function count(ctx: Ctx) {
  const { rows } = await sql<{ people: number; facts: number; listed: number; awards: number }>`
    select (select count(*) from people.person) as people, (select count(*) from people.circumstance) as facts,
      (select count(*) from entitlement.listed_award) as listed,
      (select count(*) from entitlement.award) as awards`.execute(ctx.db())
  return rows[0]!
}
