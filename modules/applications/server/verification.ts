import type { Paper } from '#modules/documents'
import { publicOrigin } from '#platform/server/configuration'

const site = () => new URL(publicOrigin())

/** Where whoever holds a paper sees what it must say; the QR code on it leads there. */
export function verificationOf(code: string) {
  const { origin, host } = site()
  return { address: `${origin}/xac-minh/${code}`, page: `${host}/xac-minh`, code }
}

/** Where a file can be followed; the birth date is asked there. */
export function trackingOf(code: string) {
  const { origin, host } = site()
  return { address: `${origin}/tra-cuu?ma=${code}`, page: `${host}/tra-cuu`, code }
}

/**
 * The same paper with the address of today: the code proves it, and the place where it is looked up may have moved since it was
 * frozen. What was drawn before keeps the address it was drawn with.
 */
export function atPresentAddress(paper: Paper): Paper {
  const { verification } = paper
  if (!verification) return paper
  const was = new URL(verification.address)
  const { origin, host } = site()
  return {
    ...paper,
    verification: {
      ...verification,
      address: verification.address.replace(was.origin, origin),
      words: verification.words.replace(was.host, host),
    },
  }
}
