import { NotUnderstood } from '../not-understood.ts'
import type { ResponseLine, ResponseReader } from '../response.ts'
import { openCamt } from './camt.ts'
import { openPain002 } from './pain002.ts'
import { openXml } from './read-xml.ts'

const namespace = 'urn:iso:std:iso:20022:tech:xsd:'

/** The messages we understand, in both generations. */
const known = {
  'pain.002.001.03': openPain002,
  'pain.002.001.10': openPain002,
  'camt.053.001.02': (emit: Emit, ours?: string) => openCamt('camt.053', emit, ours),
  'camt.053.001.08': (emit: Emit, ours?: string) => openCamt('camt.053', emit, ours),
  'camt.054.001.02': (emit: Emit, ours?: string) => openCamt('camt.054', emit, ours),
  'camt.054.001.08': (emit: Emit, ours?: string) => openCamt('camt.054', emit, ours),
} as const
type Emit = (line: ResponseLine) => void

/**
 * Reads an ISO 20022 answer piece by piece; which one it is its first element says. Of several statements in one file only
 * those of our account count.
 */
export function readMessage(ours?: string): ResponseReader {
  let lines: ResponseLine[] = []
  let message: ReturnType<(typeof known)[keyof typeof known]> | undefined
  const xml = openXml({
    onRoot(said) {
      const name = said.startsWith(namespace) ? said.slice(namespace.length) : ''
      if (!Object.hasOwn(known, name)) throw new NotUnderstood('other_message', said.slice(0, 80))
      message = known[name as keyof typeof known]((line) => void lines.push(line), ours) // Just looked up.
    },
    onOpen: (path, attributes) => message!.onOpen(path, attributes),
    onClose: (path, text) => message!.onClose(path, text),
  })
  const taken = () => {
    const all = lines
    lines = []
    return all
  }
  return {
    write(piece) {
      xml.write(piece)
      return taken()
    },
    end() {
      xml.end()
      return { lines: taken(), head: message!.head() }
    },
  }
}
