/** Documents (văn bản): everything that comes out on paper. */
export { decisionPaper, registerOf, symbolOf } from './domain/decision-paper.ts'
export { DecisionFacts, type DecisionKind } from './domain/decision-facts.ts'
export { figureReport, figureRows, type FigureTable } from './domain/figure-report.ts'
export { committeeOf, facilityOffice, placeOf } from './domain/offices.vi.ts'
export { Paper, PaperKind } from './domain/paper.ts'
export {
  Issuer,
  PaperReference,
  PersonOnPaper,
  Salutation,
  salutationOf,
  Signer,
  Verification,
} from './domain/people.ts'
export { slipPaper } from './domain/slip-paper.ts'
export { Desk, SlipFacts, type SlipKind } from './domain/slip-facts.ts'
export { makePaperPdf } from './server/make-pdf.ts'
export {
  certificateFile,
  checkSignatures,
  joinPages,
  makePaperWord,
  openSealed,
  sealFile,
  signFile,
  signPdf,
} from './server/on-demand.ts'
export { keepUpload, openUpload, scanWaiting, takeIn, type KeptUpload } from './server/uploads.ts'
export { configuredKey, forgetKey } from './server/configured-key.ts'
export { passesByItself, SigningTrouble, type SigningTroubleKind } from './domain/signing-trouble.ts'
export type { FoundSignature, Signing } from './server/sign-pdf.ts'
export type { SigningKey } from './server/cms.ts'
export { SealError, type ExchangeKeys } from './server/seal-error.ts'
