import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js'
import encodeWebp, { init as initWebpEncoder } from '@jsquash/webp/encode.js'
import { pngFile } from './png-file.ts'
import { wasm } from './clean-picture.ts'

/** Real files of every kind, for tests. */
type Pixels = {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray<ArrayBuffer>
}

/** Red on the left half, blue on the right. */
export function redAndBlue(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at++) {
    const isLeft = at % width < width / 2
    data.set(isLeft ? [255, 0, 0, 255] : [0, 0, 255, 255], at * 4)
  }
  return { width, height, data }
}

export async function jpegOf(pixels: Pixels) {
  await initJpegEncoder(await wasm('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))
  return new Uint8Array(await encodeJpeg(pixels as unknown as ImageData, { quality: 90 }))
}

export async function webpOf(pixels: Pixels) {
  await initWebpEncoder(await wasm('@jsquash/webp/codec/enc/webp_enc.wasm'))
  return new Uint8Array(await encodeWebp(pixels as unknown as ImageData))
}

/** Made by heif-enc of libheif from a gradient of 64 × 48: nothing here can write one. */
export function heic() {
  return new Uint8Array(
    Buffer.from(
      [
        'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAA',
        'AAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAA',
        'TQACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAA',
        'AgAAZ3JpZAAAAADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AA',
        'AAMAkAAAAwAAAwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAAAwAgAAADACEiAAEABkQB',
        'wXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAQAAAADAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEA',
        'AAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAAFVtZGF0AAAASSgBrwngPijHdAYNJmbf',
        'L7yF8PhX2O3iuzY5C6HW8E1ZZjgt9U/IsrLOiKZh1z7HY9f6Fx/tmevlnY0lmoTLzVWDsH+7xx8lo98=',
      ].join(''),
      'base64',
    ),
  )
}

/** Puts in what a telephone does: orientation, position, maker; and text behind the end, as some add. */
export function withExif(jpeg: Uint8Array, { orientation }: { orientation: number }) {
  const exif = Buffer.alloc(6 + 8 + 2 + 12 + 4)
  exif.write('Exif\0\0', 0, 'latin1')
  exif.write('II*\0', 6, 'latin1')
  exif.writeUInt32LE(8, 10)
  exif.writeUInt16LE(1, 14)
  exif.writeUInt16LE(0x0112, 16)
  exif.writeUInt16LE(3, 18)
  exif.writeUInt32LE(1, 20)
  exif.writeUInt16LE(orientation, 24)
  const segments = [
    [0xe1, Buffer.concat([exif, Buffer.from('Telephone 9 21 deg 18 min N, 105 deg 36 min E')])],
    [0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>')],
    [0xfe, Buffer.from('Telephone 9')],
  ] as const
  const written = segments.map(([marker, content]) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(content.length + 2, 2)
    return Buffer.concat([head, content])
  })
  return new Uint8Array(
    Buffer.concat([
      jpeg.subarray(0, 2),
      ...written,
      jpeg.subarray(2),
      Buffer.from('tail behind the picture'),
    ]),
  )
}

/** A PNG with colour and alpha, whose header may lie about its size. */
export function png({ width, height, data }: Pixels, claimed = { width, height }) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(claimed.width, 0)
  header.writeUInt32BE(claimed.height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width * 4 + 1))
  for (let row = 0; row < height; row++)
    rows.set(data.subarray(row * width * 4, (row + 1) * width * 4), row * (width * 4 + 1) + 1)
  return new Uint8Array(pngFile(header, rows))
}
