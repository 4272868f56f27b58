import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode.js'
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js'
import decodePng, { init as initPngDecoder } from '@jsquash/png/decode.js'
import resize, { initResize } from '@jsquash/resize'
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { problems } from '../domain/problems.ts'
import { sizeOf, type PictureSize, type UploadKind } from '../domain/sniff.ts'

type PictureKind = Exclude<UploadKind, 'pdf'>

/** As the codecs give and take them; the browser’s class of that name does not exist here. */
type Pixels = PictureSize & { readonly data: Uint8ClampedArray<ArrayBuffer> }

/** More than any telephone takes in its usual mode. */
const mostPixels = 52_000_000
/** A sheet of A4 at some 220 dots an inch: small print stays legible. */
const longestSide = 2560
const quality = 80

/**
 * Unpacks a picture and packs it again as JPEG, upright, of bounded size: nothing but its pixels comes through, so no
 * place, device or owner, and nothing that was hidden behind them. The codecs are WebAssembly: what a forged picture does
 * to one stays within it.
 */
export async function cleanPicture(kind: PictureKind, bytes: Uint8Array<ArrayBuffer>) {
  assertBounded(sizeOf(kind, bytes))
  const pixels = await decode(kind, bytes)
  assertBounded(pixels)
  const upright = flatten(pixels)
  const fitting = await fit(upright)
  await initJpegEncoder(await wasm('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))
  const packed = await encodeJpeg(fitting as ImageData, { quality })
  return { bytes: new Uint8Array(packed), width: fitting.width, height: fitting.height }
}

function assertBounded(size: PictureSize | undefined) {
  if (size === undefined || size.width === 0 || size.height === 0) throw problems('picture_unreadable')
  if (size.width * size.height > mostPixels)
    throw problems('picture_too_many_pixels', { megapixels: Math.round((size.width * size.height) / 1e6) })
}

async function decode(kind: PictureKind, bytes: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  try {
    return (await decoders[kind](bytes)) as Pixels
  } catch (cause) {
    throw Object.assign(problems('picture_unreadable'), { cause })
  }
}

const decoders: Record<PictureKind, (bytes: Uint8Array<ArrayBuffer>) => Promise<PictureSize>> = {
  jpeg: async (bytes) => {
    await initJpegDecoder(await wasm('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'))
    return decodeJpeg(bytes.buffer, { preserveOrientation: true })
  },
  png: async (bytes) => {
    await initPngDecoder(await wasm('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'))
    return decodePng(bytes.buffer)
  },
  webp: async (bytes) => {
    await initWebpDecoder(await wasm('@jsquash/webp/codec/dec/webp_dec.wasm'))
    return decodeWebp(bytes.buffer)
  },
  heic: decodeHeic,
}

type HeifImage = {
  readonly get_width: () => number
  readonly get_height: () => number
  readonly is_primary: () => boolean
  readonly display: (into: Pixels, done: (shown: Pixels | null) => void) => void
}

/** What telephones of one maker write unless told otherwise. */
async function decodeHeic(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels> {
  const libheif = createRequire(import.meta.url)('libheif-js/wasm-bundle.js') as {
    HeifDecoder: new () => { decode: (bytes: Uint8Array) => HeifImage[] }
  } // Its own types describe the other build.
  const images = new libheif.HeifDecoder().decode(bytes)
  const image = images.find((one) => one.is_primary()) ?? images[0]
  if (!image) throw new Error('There is no picture in it')
  const size = { width: image.get_width(), height: image.get_height() }
  assertBounded(size)
  const blank = { ...size, data: new Uint8ClampedArray(size.width * size.height * 4) }
  return new Promise((resolve, reject) => {
    image.display(blank, (shown) => (shown ? resolve(shown) : reject(new Error('It cannot be unpacked'))))
  })
}

/** What is transparent is white paper. */
function flatten(pixels: Pixels): Pixels {
  const { data } = pixels
  for (let at = 3; at < data.length; at += 4) {
    const alpha = data[at]!
    if (alpha === 255) continue
    for (let channel = at - 3; channel < at; channel++) {
      data[channel] = Math.round((data[channel]! * alpha + 255 * (255 - alpha)) / 255)
    }
    data[at] = 255
  }
  return pixels
}

async function fit(pixels: Pixels): Promise<PictureSize> {
  const scale = longestSide / Math.max(pixels.width, pixels.height)
  if (scale >= 1) return pixels
  await initResize(await wasm('@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm'))
  return resize(pixels as unknown as ImageData, {
    width: Math.max(1, Math.round(pixels.width * scale)),
    height: Math.max(1, Math.round(pixels.height * scale)),
    method: 'lanczos3',
    premultiply: false,
    linearRGB: false,
  })
}

export async function wasm(path: string) {
  return new WebAssembly.Module(await readFile(createRequire(import.meta.url).resolve(path)))
}

// Made by the codecs when they hand pixels back.
globalThis.ImageData ??= class {
  readonly data: unknown
  readonly width: number
  readonly height: number
  constructor(data: unknown, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
} as unknown as typeof ImageData
