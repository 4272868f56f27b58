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
