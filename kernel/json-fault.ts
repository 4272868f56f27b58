/** One token of JSON, or white space. */
const token =
  // oxlint-disable-next-line no-control-regex -- JSON allows none within a text.
  /\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y

const value = ['{', '[', 'text', 'scalar']

/**
 * The line, from 1, in which a text stops being JSON. What the engine itself says of it quotes the text, which may be about a
 * person.
 */
export function lineOfFault(text: string): number {
  /** What closes each list and object that is open. */
  const closing: string[] = []
  let next = value
  let isKey = false
  for (token.lastIndex = 0; token.lastIndex < text.length;) {
    const at = token.lastIndex
    const found = token.exec(text)?.[0]
    const kind = found === undefined ? undefined : kindOf(found)
    if (kind === 'blank') continue
    if (kind === undefined || !next.includes(kind)) return lineAt(text, at)
    if (kind === '{' || kind === '[') closing.push(kind === '{' ? '}' : ']')
    if (kind === '}' || kind === ']') closing.pop()
    const close = closing.at(-1)
    const opens = kind === '{' || (kind === ',' && close === '}')
    if (opens) next = kind === '{' ? ['text', '}'] : ['text']
    else if (kind === '[') next = [...value, ']']
    else if (kind === ',' || kind === ':') next = value
    else if (isKey && kind === 'text') next = [':']
    else next = close === undefined ? [] : [',', close]
    isKey = opens
  }
  return lineAt(text, text.length)
}

function kindOf(found: string): string {
  if (found.trim() === '') return 'blank'
  return '{}[],:'.includes(found) ? found : found.startsWith('"') ? 'text' : 'scalar'
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
