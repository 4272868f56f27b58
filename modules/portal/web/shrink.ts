import { isLockedPdf, kindOf, largestUpload, longestSide } from '../domain/photo.ts'
import { isBlurred } from '../domain/sharpness.ts'
import type { Refusal } from './write.ts'

export type Shrunk =
  | { readonly blob: Blob; readonly isPicture: boolean; readonly isBlurred: boolean }
  | { readonly refusal: Refusal }

/** Wide enough to see whether letters have edges. */
const lookedAt = 1024

/**
 * Makes a photograph as small as reading needs before it is sent: a tenth of the bytes over a weak network, and neither
 * place nor time nor device leaves the phone. What the browser cannot open goes as it is, for the server may.
 */
export async function shrink(file: File): Promise<Shrunk> {
  if (file.size === 0) return { refusal: { code: 'documents.upload_empty' } }
  const kind = kindOf(new Uint8Array(await file.slice(0, 1024).arrayBuffer()))
  const tooLarge = {
    refusal: { code: 'documents.upload_too_large', data: { limit: largestUpload, size: file.size } },
  }
  if (kind === 'pdf') {
    if (file.size > largestUpload) return tooLarge
    if (isLockedPdf(new Uint8Array(await file.arrayBuffer())))
      return { refusal: { code: 'documents.pdf_locked' } }
    return { blob: file, isPicture: false, isBlurred: false }
  }
  const picture = await opened(file)
  if (picture) return drawnAgain(picture)
  if (file.size > largestUpload) return tooLarge
  if (kind === 'other') return { refusal: { code: 'documents.upload_of_other_kind' } }
  return { blob: file, isPicture: false, isBlurred: false }
}

/** The picture, upright; nothing where the browser does not know its kind, or it is more than the phone can hold. */
async function opened(file: File): Promise<HTMLImageElement | undefined> {
  const picture = new Image()
  const address = URL.createObjectURL(file)
  picture.src = address
  try {
    await picture.decode()
    return picture
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function drawnAgain(picture: HTMLImageElement): Promise<Shrunk> {
  const paper = canvasOf(picture, longestSide)
  const blob = await new Promise<Blob | null>((resolve) => paper.toBlob(resolve, 'image/jpeg', 0.85))
  if (!blob) return { refusal: { code: 'documents.picture_unreadable' } }
  return { blob, isPicture: true, isBlurred: isBlurred(greyOf(canvasOf(paper, lookedAt))) }
}

function canvasOf(source: HTMLImageElement | HTMLCanvasElement, longest: number): HTMLCanvasElement {
  const [width, height] =
    source instanceof HTMLImageElement
      ? [source.naturalWidth, source.naturalHeight]
      : [source.width, source.height]
  const scale = Math.min(1, longest / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const pen = canvas.getContext('2d')! // Every browser that opens pictures draws them.
  pen.imageSmoothingQuality = 'high'
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(source, 0, 0, canvas.width, canvas.height)
  return canvas
}

function greyOf(canvas: HTMLCanvasElement) {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height)
  const values = new Uint8ClampedArray(width * height)
  for (let at = 0; at < values.length; at++)
    values[at] = 0.3 * data[at * 4]! + 0.59 * data[at * 4 + 1]! + 0.11 * data[at * 4 + 2]!
  return { width, height, values }
}
