/** The keys two houses exchange files with: ours with its certificate, and the certificate of the other. All PEM. */
export type ExchangeKeys = {
  readonly ownKey: string
  readonly ownCertificate: string
  readonly otherCertificate: string
}

/** Why a file of the other house is not taken as theirs. */
export type SealFault =
  'not_signed' | 'not_encrypted' | 'signature_wrong' | 'signer_unknown' | 'certificate_ended'
export class SealError extends Error {
  readonly fault: SealFault
  constructor(fault: SealFault) {
    super(fault)
    this.fault = fault
  }
}
