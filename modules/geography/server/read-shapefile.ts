import { inflateRawSync } from 'node:zlib'
import { parseDbf, parseShp } from 'shpjs'
import { polygonsOf, propertiesOf, UnreadableMap, type Outline } from '../domain/boundaries/read-geojson.ts'

/** What a zipped map may unpack to; more is a bomb or a country drawn to the tree. */
const largestUnpacked = 150 * 1024 * 1024

/** Reads the Shapefile («shp, dbf, prj») in an archive; outlines in another reference system than WGS84 are refused. */
export function readShapefile(bytes: Buffer): Outline[] {
  const files = unpack(bytes)
  const shp = [...files].find(([name]) => name.endsWith('.shp'))
  if (!shp) throw new UnreadableMap('no_geometry_file')
  const beside = (ending: string) => files.get(shp[0].slice(0, -4) + ending)
  const reference = beside('.prj')?.toString('latin1') ?? ''
  if (/VN[-_ ]?2000/i.test(reference)) throw new UnreadableMap('wrong_reference', 'VN-2000')
  if (/^\s*PROJCS/i.test(reference))
    throw new UnreadableMap('wrong_reference', /"([^"]+)"/.exec(reference)?.[1] ?? '')
  const dbf = beside('.dbf')
  try {
    const shapes = parseShp(shp[1]) as { type: string; coordinates: unknown }[] // What the library gives for each record.
    const rows = dbf ? (parseDbf(dbf, beside('.cpg') ?? Buffer.from('UTF-8')) as unknown[]) : []
    return shapes.map((shape, index) => ({
      place: index + 1,
      properties: propertiesOf(rows[index]),
      polygons: polygonsOf(shape?.type, shape?.coordinates),
    }))
  } catch (cause) {
    if (cause instanceof UnreadableMap) throw cause
    throw new UnreadableMap('not_a_map', cause instanceof Error ? cause.message : '')
  }
}

/** The files of an archive by their names in small letters, as long as they unpack within the limit, whatever it says of itself. */
export function unpack(file: Buffer, limit = largestUnpacked): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  let left = limit
  try {
    const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
    if (end < 0) throw new UnreadableMap('not_a_map')
    let entry = file.readUInt32LE(end + 16)
    for (let entries = file.readUInt16LE(end + 10); entries > 0; entries--) {
      const [nameSize, extra, comment] = [28, 30, 32].map((at) => file.readUInt16LE(entry + at)) as [
        number,
        number,
        number,
      ] // Three were asked for.
      const name = file.toString('utf8', entry + 46, entry + 46 + nameSize).toLowerCase()
      const local = file.readUInt32LE(entry + 42)
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
      const packed = file.subarray(start, start + file.readUInt32LE(entry + 20))
      if (/\.(shp|dbf|prj|cpg|geojson|json)$/.test(name) && !name.includes('__macosx')) {
        const isDeflated = file.readUInt16LE(entry + 10) === 8
        const content = isDeflated ? inflateRawSync(packed, { maxOutputLength: left + 1 }) : packed
        if ((left -= content.length) < 0) throw new UnreadableMap('unpacks_too_large')
        files.set(name, content)
      }
      entry += 46 + nameSize + extra + comment
    }
  } catch (error) {
    if (error instanceof UnreadableMap) throw error
    const { code } = error as NodeJS.ErrnoException // Node names what went wrong.
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new UnreadableMap('unpacks_too_large')
    if (error instanceof RangeError || code?.startsWith('Z_')) throw new UnreadableMap('not_a_map')
    throw error
  }
  return files
}
