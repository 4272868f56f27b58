import { crc32, deflateSync } from 'node:zlib'

const dotsPerModule = 6

/** A QR code as PNG, black and white: what Word can show everywhere. */
export function qrPng(modules: readonly (readonly boolean[])[]): Buffer {
  const side = modules.length * dotsPerModule
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 0, 0, 0, 0], 8) // Eight bits of grey.
  const rows = modules.flatMap((row) => {
    const line = Buffer.alloc(side + 1, 255)
    line[0] = 0 // Unfiltered.
    for (const [index, isDark] of row.entries())
      if (isDark) line.fill(0, 1 + index * dotsPerModule, 1 + (index + 1) * dotsPerModule)
    return Array<Buffer>(dotsPerModule).fill(line)
  })
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer) {
  const framed = Buffer.alloc(12 + content.length)
  framed.writeUInt32BE(content.length)
  framed.write(type, 4, 'latin1')
  content.copy(framed, 8)
  framed.writeUInt32BE(crc32(framed.subarray(4, 8 + content.length)), 8 + content.length)
  return framed
}
