import type { railCount as vi } from './rail-count.vi.ts'

export const railCount: typeof vi = {
  mine: 'files of mine',
  over: 'overdue files',
  toSign: 'decisions to sign',
  letters: 'letters to answer',
}
