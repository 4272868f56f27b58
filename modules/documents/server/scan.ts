import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

export type Verdict = { readonly isClean: true } | { readonly isClean: false; readonly found: string }

/** Looks for malicious software in bytes; undefined where this installation has nothing that does. */
export type Scanner = (bytes: Uint8Array) => Promise<Verdict>

/** The scanner did not answer, or not in its language. */
export class ScannerUnavailable extends Error {
  override readonly name = 'ScannerUnavailable'
}

const chunkSize = 64 * 1024
const longest = 30_000

/** The scanner named in ANSINH_CLAMAV: `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`. */
export function configuredScanner(address = process.env['ANSINH_CLAMAV']): Scanner | undefined {
  return address ? (bytes) => scanWithClamav(address, bytes) : undefined
}

/** Speaks INSTREAM with clamd: pieces with their lengths before them, an empty one at the end, one line back. */
async function scanWithClamav(address: string, bytes: Uint8Array): Promise<Verdict> {
  const socket = connect(placeOf(address))
  socket.setTimeout(longest, () => socket.destroy(new Error(`No answer within ${longest} ms`)))
  try {
    socket.write('zINSTREAM\0')
    for (let at = 0; at < bytes.length; at += chunkSize) {
      const piece = bytes.subarray(at, at + chunkSize)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(piece.length)
      socket.write(length)
      socket.write(piece)
    }
    socket.write(Buffer.alloc(4))
    return verdictOf(await text(socket))
  } catch (cause) {
    if (cause instanceof ScannerUnavailable) throw cause
    throw new ScannerUnavailable(`The scanner at ${address} cannot be asked`, { cause })
  } finally {
    socket.destroy()
  }
}

function verdictOf(answer: string): Verdict {
  const line = answer.replaceAll('\0', '').trim()
  if (line === 'stream: OK') return { isClean: true }
  const [, found] = line.match(/^stream: (.+) FOUND$/) ?? []
  if (found) return { isClean: false, found }
  throw new ScannerUnavailable(`The scanner answered: ${line.slice(0, 200)}`)
}

function placeOf(address: string) {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) }
  const { hostname, port } = new URL(address)
  return { host: hostname, port: Number(port || 3310) }
}
