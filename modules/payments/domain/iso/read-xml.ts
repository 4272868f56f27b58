import sax from 'sax'
import { NotUnderstood } from '../not-understood.ts'

/** A place in a message, such as `Document/CstmrPmtStsRpt/GrpHdr/MsgId`; one object for each place, however often it comes. */
export type Place = { readonly path: string; readonly depth: number; readonly children: Map<string, Place> }

export type XmlHandler = {
  /** Hears of the outermost element and the namespace it is of. */
  readonly onRoot: (namespace: string) => void
  readonly onOpen: (path: string, attributes: Readonly<Record<string, string>>) => void
  /** Hears of an element that ends, with the text it had itself. */
  readonly onClose: (path: string, text: string) => void
}

const mostDepth = 40
const mostPlaces = 2000
const mostText = 4000

/**
 * Reads XML piece by piece and trusts none of it: no document types and so no entities but the five of XML, no encodings but
 * UTF-8, and an end to depth, to the number of different elements, and to the length of a text. This file alone knows `sax`.
 */
export function openXml({ onRoot, onOpen, onClose }: XmlHandler) {
  const parser = sax.parser(true, { position: false, strictEntities: true } as sax.SAXOptions) // Known to sax, not to its types.
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const root: Place = { path: '', depth: 0, children: new Map() }
  const stack: Place[] = [root]
  const texts: string[] = ['']
  let places = 0
  let roots = 0

  parser.onerror = (error) => {
    throw new NotUnderstood('no_xml', error.message.split('\n')[0])
  }
  parser.ondoctype = () => {
    throw new NotUnderstood('doctype')
  }
  parser.onprocessinginstruction = ({ name, body }) => {
    const encoding = name === 'xml' && /encoding\s*=\s*["']([^"']*)["']/i.exec(body)?.[1]
    if (encoding && encoding.toLowerCase() !== 'utf-8') throw new NotUnderstood('encoding', encoding)
  }
  parser.onopentag = ({ name, attributes }) => {
    const above = stack.at(-1)!
    const local = name.slice(name.indexOf(':') + 1)
    if (above.depth === 0) {
      if (++roots > 1) throw new NotUnderstood('no_one_message')
      const prefix = name.includes(':') ? `xmlns:${name.slice(0, name.indexOf(':'))}` : 'xmlns'
      const namespace = attributes[prefix]
      onRoot(typeof namespace === 'string' ? namespace : '')
    }
    let place = above.children.get(local)
    if (!place) {
      if (++places > mostPlaces) throw new NotUnderstood('too_much')
      place = {
        path: above.depth === 0 ? local : `${above.path}/${local}`,
        depth: above.depth + 1,
        children: new Map(),
      }
      if (place.depth > mostDepth) throw new NotUnderstood('too_much')
      above.children.set(local, place)
    }
    // What stands between elements is blanks; only an element without others says something.
    texts[texts.length - 1] = ''
    stack.push(place)
    texts.push('')
    onOpen(place.path, attributes as Record<string, string>) // Without namespaces, attributes are texts.
  }
  const hear = (text: string) => {
    const at = texts.length - 1
    texts[at] += text
    if (texts[at]!.length > mostText) throw new NotUnderstood('too_much')
  }
  parser.ontext = hear
  parser.oncdata = hear
  parser.onclosetag = () => {
    const place = stack.pop()!
    onClose(place.path, texts.pop()!.trim())
  }
  return {
    write(piece: Uint8Array) {
      parser.write(decode(decoder, piece))
    },
    end() {
      parser.write(decode(decoder)).close()
      if (roots === 0) throw new NotUnderstood('no_one_message')
    },
  }
}

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch {
    throw new NotUnderstood('encoding') // The only thing a strict decoder refuses.
  }
}
