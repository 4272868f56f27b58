/** Where whoever holds a paper sees what it must say; the QR code on it leads there. */
export function verificationOf(code: string) {
  const { origin, host } = new URL(process.env['ANSINH_ORIGIN'] ?? 'http://localhost:4000')
  return { address: `${origin}/xac-minh/${code}`, page: `${host}/xac-minh`, code }
}
