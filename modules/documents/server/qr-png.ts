import { pngFile } from './png-file.ts'

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
  return pngFile(header, Buffer.concat(rows))
}
