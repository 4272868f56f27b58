import { expect, test } from 'vitest'
import { wordsEn } from '../domain/words.en.ts'
import { wordsVi } from '../domain/words.vi.ts'
import { reportWords } from './messages.vi.ts'

test('what stands for a withheld figure says nothing of how large it is: many may be hidden to protect few', () => {
  for (const said of [wordsVi.withheld, wordsEn.withheld, reportWords.withheld])
    expect(said).not.toMatch(/\d|dưới|under|few|ít/i)
})
