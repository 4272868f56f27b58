import { expect } from 'vitest'
import { test } from '#testing/world'
import { getMap } from '../../geography/contract.ts'
import { getReform } from '../db/reforms.ts'
import { givenResidents, keep, linesOf } from '../testing.ts'
import { applyNow, orderStep } from './apply.ts'
import { importStepOutlines } from './outlines.ts'
import { mapStep, showStep } from './show.ts'
import { checkAgain } from './start-reform.ts'

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

test('the outlines of the parts come with the change: drawn before the day, and theirs from it on', async ({
  world,
}) => {
  await givenResidents(world.ctx, [{ areaId: idOf(tamDao), village: 'Thôn Đông' }])
  const { id, steps } = await keep(
    world.ctx,
    linesOf(
      { from: tamDao, to: '08999', name: 'Xã Tam Đảo Hai', villages: 'Thôn Đông' },
      { from: tamDao, to: tamDao },
    ),
  )
  const step = steps[0]!
  const give = (isKept: boolean, ...codes: string[]) =>
    importStepOutlines(world.ctx, {
      id: step.id,
      name: 'phan.geojson',
      bytes: Buffer.from(mapOf(codes)),
      source: 'Vẽ để thử',
      note: null,
      isSchematic: false,
      isKept,
    })
  expect((await showStep(world.ctx, step)).parts.map(({ code, isDrawn }) => [code, isDrawn])).toEqual([
    [tamDao, false],
    ['08999', false],
  ])
  const looked = await give(false, '08999', songLo)
  expect(looked).toMatchObject({ sound: 1, kept: 0, missing: { first: ['Xã Tam Đảo'] } })
  expect(looked.findings, 'no part of this division').toMatchObject([{ place: 2, code: 'unknown_code' }])
  await give(true, '08999', tamDao)
  expect((await showStep(world.ctx, step)).parts.every(({ isDrawn }) => isDrawn)).toBe(true)

  const drawnIn = (units: readonly { id: number; path: string | null }[]) =>
    units.filter(({ path }) => path !== null).length
  const planned = await mapStep(world.ctx, step)
  expect([drawnIn(planned!.before), drawnIn(planned!.after)]).toEqual([0, 2])
  expect(planned!.sources).toEqual(['Vẽ để thử'])
  await checkAgain(world.ctx, await getReform(world.ctx, id))
  expect(drawnIn((await mapStep(world.ctx, step))!.after), 'looked at again').toBe(2)

  await orderStep(world.ctx, step)
  await applyNow(world.ctx, step.id)
  const made = (await showStep(world.ctx, step)).parts
  expect(made.every(({ isDrawn }) => isDrawn)).toBe(true)
  const map = await world.as({ can: ['geography.read'] }).call(getMap, { id: 250790025, on: '2026-11-20' })
  expect(map.units.filter(({ path }) => path !== null).map(({ id }) => id)).toEqual(
    made.map((part) => part.id).toSorted((one, other) => one - other),
  )
})

/** Squares beside each other. */
function mapOf(codes: readonly string[]): string {
  const features = codes.map((code, at) => {
    const [west, east] = [105.4 + at * 0.1, 105.5 + at * 0.1]
    const ring = [
      [west, 21.2],
      [east, 21.2],
      [east, 21.3],
      [west, 21.3],
      [west, 21.2],
    ]
    return {
      type: 'Feature',
      properties: { ma: code },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}
