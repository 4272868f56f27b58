import { expect, test } from 'vitest'
import { isBlurred, type Grey } from './sharpness.ts'

test('letters in focus are seen, on a sheet that is blank but for a few lines and in poor light too', () => {
  expect(isBlurred(sheet({}))).toBe(false)
  expect(isBlurred(sheet({ lines: 3 }))).toBe(false)
  expect(isBlurred(sheet({ paper: 150, ink: 60 }))).toBe(false)
  expect(isBlurred(blurred(sheet({}), 1))).toBe(false)
})

test('letters out of focus are seen, and a sheet without any', () => {
  expect(isBlurred(blurred(sheet({}), 4))).toBe(true)
  expect(isBlurred(blurred(sheet({ lines: 3 }), 4))).toBe(true)
  expect(isBlurred(sheet({ lines: 0 }))).toBe(true)
})

/** Lines of strokes three wide and ten high, as print of a page that fills the picture. */
function sheet({ lines = 25, paper = 235, ink = 30 }): Grey {
  const [width, height] = [768, 1024]
  const values = new Uint8ClampedArray(width * height).fill(paper)
  for (let line = 0; line < lines; line++)
    for (let y = 60 + line * 36; y < 70 + line * 36; y++)
      for (let x = 80; x < 680; x++) if (x % 7 < 3 && x % 60 < 48) values[y * width + x] = ink
  return { width, height, values }
}

/** Out of focus by so many pixels: twice the mean of the neighbours, across and down. */
function blurred({ width, height, values }: Grey, radius: number): Grey {
  let from = Float64Array.from(values)
  for (const step of [1, width, 1, width]) {
    const to = new Float64Array(from.length)
    for (let at = 0; at < from.length; at++) {
      let sum = 0
      for (let by = -radius; by <= radius; by++) sum += from[at + by * step] ?? from[at]!
      to[at] = sum / (2 * radius + 1)
    }
    from = to
  }
  return { width, height, values: Uint8ClampedArray.from(from) }
}
