export { jpegOf, redAndBlue } from './server/picture-samples.ts'

/** People and papers that tests of this and other modules build on. */
export { givenCertificateFile, givenExchange } from './testing/certificates.ts'
export { decisions } from './testing/decisions.ts'
export { hoa } from './testing/people.ts'
export { startSigningService, type SigningService } from './testing/signing-service.ts'
export { slips } from './testing/slips.ts'
export { startTimestampAuthority, type TimestampAuthority } from './testing/timestamp-authority.ts'
