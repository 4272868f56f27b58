/** A picture in shades of grey, row by row. */
export type Grey = {
  readonly width: number
  readonly height: number
  readonly values: Uint8ClampedArray | Uint8Array
}

const block = 16
/** Below this, letters of the picture have no edges left; found with printed letters blurred more and more. */
const least = 60

/**
 * Whether a photograph looks blurred: how much neighbours differ («variance of the Laplacian») where they differ most.
 * Only the best twentieth of the picture counts, for most of a paper is blank. It is a hint and refuses nothing.
 */
export function isBlurred(grey: Grey): boolean {
  const found: number[] = []
  for (let top = 1; top + block < grey.height; top += block)
    for (let left = 1; left + block < grey.width; left += block) found.push(edgesIn(grey, left, top))
  found.sort((one, other) => other - one)
  const best = found.slice(0, Math.max(1, Math.ceil(found.length / 20)))
  return best.reduce((sum, one) => sum + one, 0) / best.length < least
}

function edgesIn({ width, values }: Grey, left: number, top: number): number {
  let sum = 0
  let squares = 0
  for (let y = top; y < top + block; y++)
    for (let x = left; x < left + block; x++) {
      const at = y * width + x
      const edge =
        4 * values[at]! - values[at - 1]! - values[at + 1]! - values[at - width]! - values[at + width]!
      sum += edge
      squares += edge * edge
    }
  const count = block * block
  return squares / count - (sum / count) ** 2
}
