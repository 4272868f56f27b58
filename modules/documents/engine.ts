/** Why a picture or a file is not taken, in words, for whoever has no server and loads nothing else. */
export { uploadProblemsEn } from './domain/problem-words.en.ts'
export { uploadProblemsVi } from './domain/problem-words.vi.ts'
