/** What bytes are, whatever name and type they came with. */
export type UploadKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf'

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

export function sniff(bytes: Uint8Array): UploadKind | undefined {
  const head = latin1(bytes, 0, 16)
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg'
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'png'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp'
  if (head.slice(4, 8) === 'ftyp' && heicBrands.has(head.slice(8, 12))) return 'heic'
  // Scanners write a few bytes before it.
  if (latin1(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  return undefined
}

export type PictureSize = { readonly width: number; readonly height: number }

/**
 * How many pixels a picture says it has, read from its header: known before anything is unpacked, so that a small file
 * that unpacks to gigabytes is refused for the price of its first bytes.
 */
export function sizeOf(kind: Exclude<UploadKind, 'pdf'>, bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (kind) {
      case 'jpeg':
        return sizeOfJpeg(view)
      case 'png':
        return { width: view.getUint32(16), height: view.getUint32(20) }
      case 'webp':
        return sizeOfWebp(view)
      case 'heic':
        return sizeOfHeic(view)
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined // It ends before it said so.
    throw error
  }
}

/** Walks the segments to the one that starts the frame. */
function sizeOfJpeg(view: DataView): PictureSize | undefined {
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

function sizeOfWebp(view: DataView): PictureSize | undefined {
  const chunk = latin1(view, 12, 16)
  if (chunk === 'VP8X') return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
  if (chunk === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  }
  if (chunk !== 'VP8L') return undefined
  const bits = view.getUint32(21, true)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}

/** The largest of its pictures: tiles and previews have boxes of their own. */
function sizeOfHeic(view: DataView): PictureSize | undefined {
  let largest: PictureSize | undefined
  const end = Math.min(view.byteLength, 64 * 1024) - 16
  for (let at = 0; at < end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue // «ispe»
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (largest === undefined || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}

function uint24(view: DataView, at: number) {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

function latin1(bytes: Uint8Array | DataView, from: number, to: number) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to)
}
