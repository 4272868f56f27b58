/** What pages of other modules show of documents: why an upload was refused, and whether it was scanned. */
export { problems as uploadProblems } from './domain/problems.ts'
export { uploadProblemsEn, uploadStatesEn } from './domain/problem-words.en.ts'
export { uploadProblemsVi, uploadStatesVi } from './domain/problem-words.vi.ts'
export { Paper } from './domain/paper.ts'
