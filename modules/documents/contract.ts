/** What pages of other modules show of documents: a paper word by word, why an upload was refused, and whether it was scanned. */
export { intakeProblems } from './domain/problems.ts'
export { uploadProblemsEn, uploadStatesEn } from './domain/problem-words.en.ts'
export { uploadProblemsVi, uploadStatesVi } from './domain/problem-words.vi.ts'
export { Paper, type Block, type Text } from './domain/paper.ts'
export { passesByItself, signingTroubles, type SigningTroubleKind } from './domain/signing-trouble.ts'
