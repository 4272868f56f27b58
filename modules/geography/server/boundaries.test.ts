import { readFile } from 'node:fs/promises'
import { deflateRawSync } from 'node:zlib'
import { describe, expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import { getMap, importBoundaries } from '../contract.ts'
import { unpack } from './read-shapefile.ts'

const phuTho = 250790025
const formerVinhPhuc = 90026

type Corner = readonly [number, number]
/** A square of the size of a commune, its corner at so many squares east and north. */
const square = (east: number, north: number, size = 1): Corner[] => {
  const at = (x: number, y: number): Corner => [105.4 + x * 0.05, 21.2 + y * 0.05]
  return [
    at(east, north),
    at(east + size, north),
    at(east + size, north + size),
    at(east, north + size),
    at(east, north),
  ]
}
const feature = (code: string, rings: readonly (readonly Corner[])[]) => ({
  type: 'Feature',
  properties: { code, name: `xã ${code}` },
  geometry: { type: 'Polygon', coordinates: rings },
})
const mapOf = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

async function send(
  world: World,
  content: string | Uint8Array<ArrayBuffer>,
  more: Record<string, unknown> = {},
) {
  return world.as({ can: ['territory.administer'] }).call(importBoundaries, {
    file: new File([content], 'ranh-gioi.geojson'),
    on: '2026-11-01',
    source: 'Vẽ để thử',
    isSchematic: 'false',
    isKept: 'false',
    ...more,
  })
}

describe('outlines are looked at one by one', () => {
  const tamSon = '08824'
  test.for<[string, readonly Corner[][], string, string]>([
    [
      'longitude and latitude swapped',
      [square(0, 0).map(([x, y]): Corner => [y, x])],
      'refused',
      'axes_swapped',
    ],
    ['metres', [square(0, 0).map(([x, y]): Corner => [x * 5000, y * 110_000])], 'refused', 'projected'],
    ['another country', [square(0, 0).map(([x, y]): Corner => [x - 60, y])], 'refused', 'outside_country'],
    [
      'two points',
      [
        [
          [105.4, 21.2],
          [105.5, 21.2],
          [105.4, 21.2],
        ],
      ],
      'refused',
      'ring_short',
    ],
    ['a ring left open', [square(0, 0).slice(0, -1)], 'repaired', 'ring_closed'],
    ['a ring the other way round', [square(0, 0).toReversed()], 'repaired', 'rewound'],
    [
      'a ring across itself',
      [
        [
          [105.4, 21.2],
          [105.45, 21.25],
          [105.45, 21.2],
          [105.4, 21.26],
          [105.4, 21.2],
        ],
      ],
      'repaired',
      'untangled',
    ],
    ['a hole', [square(0, 0), square(0.3, 0.3, 0.2).toReversed()], 'note', 'holes'],
  ])('%s', async ([, rings, level, code], { world }) => {
    const report = await send(world, mapOf(feature(tamSon, rings)))
    expect(report.findings.map((found) => [found.level, found.code])).toContainEqual([level, code])
    expect(report.sound).toBe(level === 'refused' ? 0 : 1)
  })

  test('codes that are unknown, missing or there twice', async ({ world }) => {
    const report = await send(
      world,
      mapOf(
        feature(tamSon, [square(0, 0)]),
        feature('99999', [square(1, 0)]),
        feature('', [square(2, 0)]),
        feature(tamSon, [square(3, 0)]),
      ),
    )
    expect(report.findings.map(({ place, code }) => [place, code])).toEqual([
      [2, 'unknown_code'],
      [3, 'no_code'],
      [4, 'code_twice'],
    ])
    expect(report.missing.count).toBe(147)
  })
})

describe('and all together', () => {
  test('overlaps are refused on both sides, gaps are told, and nothing is kept unless asked', async ({
    world,
  }) => {
    const content = mapOf(
      feature('08824', [square(0, 0)]),
      feature('08848', [square(0.5, 0)]),
      feature('08761', [square(5, 0)]),
      feature('08770', [square(6, 0)]),
      feature('08788', [square(5, 2)]),
      feature('08812', [square(6, 2)]),
      feature('08842', [square(4, 1)]),
      feature('08773', [square(7, 1)]),
      feature('08782', [square(4, 0)]),
      feature('08872', [square(7, 0)]),
      feature('08869', [square(4, 2)]),
      feature('08896', [square(7, 2)]),
    )
    const report = await send(world, content)
    expect(report.overlaps).toMatchObject([{ one: { place: 1 }, other: { place: 2 } }])
    expect(report.gaps).toHaveLength(1)
    expect(report.gaps[0]!.km2).toBeGreaterThan(50)
    expect([report.sound, report.kept]).toEqual([10, 0])
    const kept = await send(world, content, { isKept: 'true' })
    expect(kept.kept).toBe(10)
    const map = await world.as({ can: ['geography.read'] }).call(getMap, { id: phuTho, on: '2026-11-01' })
    expect(map.units.filter(({ path }) => path !== null)).toHaveLength(10)
    expect(map.sources).toEqual(['Vẽ để thử'])
  })

  test('a commune without an outline is drawn from those it came from', async ({ world }) => {
    // Hải Lựu took in Bạch Lưu in January 2025; both were drawn as they were before.
    await send(world, mapOf(feature('08779', [square(0, 0)]), feature('08782', [square(1, 0)])), {
      on: '2024-06-01',
      isKept: 'true',
    })
    const reader = world.as({ can: ['geography.read'] })
    const pathOn = async (on: string) => {
      const { units } = await reader.call(getMap, { id: formerVinhPhuc, on })
      return units.filter(({ path }) => path !== null).map(({ code, isDerived }) => [code, isDerived])
    }
    expect(await pathOn('2024-06-01')).toEqual([
      ['08779', false],
      ['08782', false],
    ])
    expect(await pathOn('2025-03-01')).toEqual([['08782', true]])
  })
})

describe('a file that is no map is refused in words', () => {
  test.for<[string, string | Uint8Array<ArrayBuffer>, string]>([
    ['text', 'mã xã; ranh giới', 'map_not_a_map'],
    ['a list without outlines', '{"type":"FeatureCollection","features":[]}', 'map_no_features'],
    [
      'VN-2000 by name',
      '{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3405"}},"features":[]}',
      'map_wrong_reference',
    ],
    ['an archive with nothing of a map', zipOf({ 'readme.txt': Buffer.from('x') }), 'map_no_geometry_file'],
    [
      'a Shapefile in VN-2000',
      zipOf({ 'xa.shp': Buffer.alloc(100), 'xa.prj': Buffer.from('PROJCS["VN-2000 / UTM zone 48N"]') }),
      'map_wrong_reference',
    ],
    ['half an archive', zipOf({ 'xa.shp': Buffer.alloc(100) }).slice(0, 60), 'map_not_a_map'],
  ])('%s', async ([, content, code], { world }) => {
    await expect(send(world, content)).rejects.toThrow(`geography.${code}`)
  })

  test('an archive that unpacks to more than it may', () => {
    const bomb = zipOf({ 'xa.shp': Buffer.alloc(5_000_000) })
    expect(bomb.length).toBeLessThan(10_000)
    expect(() => unpack(Buffer.from(bomb), 1_000_000)).toThrow('unpacks_too_large')
    expect(unpack(Buffer.from(bomb), 6_000_000).get('xa.shp')).toHaveLength(5_000_000)
  })
})

test('a zipped Shapefile is read with its table', async ({ world }) => {
  const report = await send(
    world,
    zipOf({
      'xa/xa.shp': shapefileOf([square(0, 0).toReversed(), square(1, 0).toReversed()]),
      'xa/xa.dbf': tableOf(['08824', '08848']),
    }),
    { isKept: 'true' },
  )
  expect(report).toMatchObject({ outlines: 2, kept: 2, codeProperty: 'MA_XA', overlaps: [], gaps: [] })
})

const shared = new URL('../../../../shared/geo/vinh-phuc-communes.geojson', import.meta.url)
const real = await readFile(shared).catch(() => undefined)
test.runIf(real)(
  'the 136 communes of a real map are sound, and become 121 and 36 by themselves',
  async ({ world }) => {
    const report = await send(world, new Uint8Array(real!), { on: '2024-06-01', isKept: 'true' })
    expect(report).toMatchObject({ outlines: 136, kept: 136, overlaps: [], gaps: [] })
    const reader = world.as({ can: ['geography.read'] })
    for (const [on, count] of [
      ['2024-06-01', 136],
      ['2025-03-01', 121],
      ['2026-11-01', 36],
    ] as const) {
      const { units } = await reader.call(getMap, { id: formerVinhPhuc, on: civilDate(on) })
      expect([on, units.length, units.filter(({ path }) => path !== null).length]).toEqual([on, count, count])
    }
  },
)

/** An archive as any program writes one. */
function zipOf(files: Readonly<Record<string, Buffer>>): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(30)
    head.write('PK\x03\x04', 'latin1')
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(content.length, 22)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.write('PK\x01\x02', 'latin1')
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(content.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    const whole = Buffer.concat([head, Buffer.from(name), packed])
    parts.push(whole)
    directory.push(Buffer.concat([entry, Buffer.from(name)]))
    at += whole.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]))
}

/** The file of polygons of the Shapefile standard: a header, then each record with its box and its one ring. */
function shapefileOf(rings: readonly (readonly Corner[])[]): Buffer {
  const records = rings.map((ring, index) => {
    const body = Buffer.alloc(44 + 4 + ring.length * 16)
    body.writeInt32LE(5, 0)
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
    ;[Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((side, place) =>
      body.writeDoubleLE(side, 4 + place * 8),
    )
    body.writeInt32LE(1, 36)
    body.writeInt32LE(ring.length, 40)
    body.writeInt32LE(0, 44)
    ring.forEach(([x, y], place) => {
      body.writeDoubleLE(x, 48 + place * 16)
      body.writeDoubleLE(y, 56 + place * 16)
    })
    const head = Buffer.alloc(8)
    head.writeInt32BE(index + 1, 0)
    head.writeInt32BE(body.length / 2, 4)
    return Buffer.concat([head, body])
  })
  const header = Buffer.alloc(100)
  header.writeInt32BE(9994, 0)
  header.writeInt32BE((100 + Buffer.concat(records).length) / 2, 24)
  header.writeInt32LE(1000, 28)
  header.writeInt32LE(5, 32)
  return Buffer.concat([header, ...records])
}

/** A dBASE table of one column of text. */
function tableOf(codes: readonly string[]): Buffer {
  const header = Buffer.alloc(32)
  header.writeUInt8(3, 0)
  header.writeUInt32LE(codes.length, 4)
  header.writeUInt16LE(32 + 32 + 1, 8)
  header.writeUInt16LE(6, 10)
  const field = Buffer.alloc(32)
  field.write('MA_XA', 0, 'latin1')
  field.write('C', 11, 'latin1')
  field.writeUInt8(5, 16)
  return Buffer.concat([
    header,
    field,
    Buffer.from('\r', 'latin1'),
    ...codes.map((code) => Buffer.from(` ${code}`, 'latin1')),
  ])
}
