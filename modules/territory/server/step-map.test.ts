import { expect } from 'vitest'
import { test } from '#testing/world'
import { givenResidents, keep, linesOf } from '../testing.ts'
import { mapStep } from './show.ts'

const [tamSon, songLo, daoTru, tamDao] = ['08824', '08848', '08914', '08911'] as const
const idOf = (code: string) => 250700000 + Number(code)
/** Nobody has drawn its outline: it is known by where it stands in the scheme. */
const placeOf = (units: readonly { id: number; cells: readonly unknown[] }[], id: number) =>
  units.find((unit) => unit.id === id)?.cells.length

test('a day is drawn before it comes: what goes whole takes its place along, also over a day before', async ({
  world,
}) => {
  const { steps } = await keep(
    world.ctx,
    linesOf(
      { from: tamSon, to: '08999', name: 'Xã Sông Núi' },
      { from: songLo, to: '08999' },
      { from: '08999', to: daoTru, on: '2026-11-15' },
    ),
  )
  const [first, second] = [await mapStep(world.ctx, steps[0]!), await mapStep(world.ctx, steps[1]!)]
  const made = first!.after.find(({ name }) => name === 'Xã Sông Núi')!
  expect(first!.land.name).toMatch('Phú Thọ')
  expect(first!.after).toHaveLength(first!.before.length - 1)
  expect([tamSon, songLo].map((code) => placeOf(first!.before, idOf(code)))).toEqual([1, 1])
  expect([tamSon, songLo].map((code) => placeOf(first!.after, idOf(code)))).toEqual([undefined, undefined])
  expect(made.cells).toHaveLength(2)
  expect(placeOf(second!.before, made.id), 'the day before has not come either').toBe(2)
  expect(placeOf(second!.after, idOf(daoTru))).toBe(3)
})

test('nobody has told the line a commune is divided by: the rest stays where it was, the new part is not drawn', async ({
  world,
}) => {
  await givenResidents(world.ctx, [{ areaId: idOf(tamDao), village: 'Thôn Đông' }])
  const { steps } = await keep(
    world.ctx,
    linesOf(
      { from: tamDao, to: '08999', name: 'Xã Tam Đảo Hai', villages: 'Thôn Đông' },
      { from: tamDao, to: tamDao },
    ),
  )
  const map = await mapStep(world.ctx, steps[0]!)
  expect(placeOf(map!.after, map!.after.find(({ name }) => name === 'Xã Tam Đảo Hai')!.id)).toBe(0)
  expect(placeOf(map!.after, map!.after.find(({ name }) => name === 'Xã Tam Đảo')!.id)).toBe(1)
})
