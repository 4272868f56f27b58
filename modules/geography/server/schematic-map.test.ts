import { describe, expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test } from '#testing/world'
import { communesOf } from './areas.ts'
import { schematicCells } from './schematic-map.ts'

const formerVinhPhuc = 90026

describe('the schematic map of the land of former Vĩnh Phúc', () => {
  test.for([
    ['2023-10-31', 136],
    ['2025-03-31', 121],
    ['2026-10-31', 36],
  ] as const)('on %s each of %i communes has a cell to itself', async ([day, count], { world }) => {
    const communes = await communesOf(world.ctx, formerVinhPhuc, civilDate(day))
    const cells = await schematicCells(world.ctx, communes)
    expect(cells.size).toBe(count)
    expect(new Set(Array.from(cells.values(), ({ row, column }) => `${row} ${column}`)).size).toBe(count)
  })

  test('what nobody drew is left out', async ({ world }) => {
    expect(await schematicCells(world.ctx, [formerVinhPhuc])).toEqual(new Map())
  })
})
