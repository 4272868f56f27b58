import { expect, test } from 'vitest'
import { intakeProblems, problems } from './problems.ts'
import { uploadProblemsEn } from './problem-words.en.ts'
import { uploadProblemsVi } from './problem-words.vi.ts'

const codes = Object.keys({ ...intakeProblems, ...problems.of('upload_quarantined') })

test.for([
  ['Vietnamese', uploadProblemsVi],
  ['English', uploadProblemsEn],
] as const)('every refusal has words in %s that say what to do', ([, words]) => {
  expect(Object.keys(words).toSorted()).toEqual(codes.toSorted())
})

test('a photograph of 60 MB is answered with its size and the limit', () => {
  const say = uploadProblemsVi['documents.upload_too_large']
  expect(say({ limit: 25 * 1024 * 1024, size: 60 * 1024 * 1024 })).toBe(
    'Ảnh hoặc tệp quá lớn (60 MB); mỗi tệp tối đa 25 MB. Xin chụp lại ở chế độ ảnh thường, hoặc gửi từng trang.',
  )
})
