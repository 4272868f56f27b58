import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export type Message = {
  readonly id: string
  readonly key: string
  readonly to: string
  readonly text: string
  readonly at: string
}

export type Report = {
  readonly sequence: number
  readonly id: string
  readonly key: string
  readonly state: 'delivered' | 'undelivered'
  readonly reason?: string
  readonly at: string
  /** Before this moment nobody is told of it. */
  readonly visibleAt: string
}

type Line = { readonly message: Message } | { readonly report: Report }

export type Store = {
  readonly messages: ReadonlyMap<string, Message>
  readonly reports: readonly Report[]
  readonly keep: (message: Message) => void
  readonly report: (report: Omit<Report, 'sequence'>) => void
  readonly close: () => void
}

/** Everything that was taken, line by line in one file that is only appended to, and on disk before anybody hears of it. */
export function openStore(directory: string): Store {
  mkdirSync(directory, { recursive: true })
  const path = join(directory, 'messages.jsonl')
  const messages = new Map<string, Message>()
  const reports: Report[] = []
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    const read = parse(line)
    if (read && 'message' in read) messages.set(read.message.key, read.message)
    if (read && 'report' in read) reports.push(read.report)
  }
  const file = openSync(path, 'a', 0o600)
  const append = (line: Line) => {
    writeSync(file, `${JSON.stringify(line)}\n`)
    fsyncSync(file)
  }
  return {
    messages,
    reports,
    keep: (message) => {
      append({ message })
      messages.set(message.key, message)
    },
    report: (given) => {
      const report = { ...given, sequence: reports.length + 1 }
      append({ report })
      reports.push(report)
    },
    close: () => closeSync(file),
  }
}

/** A line that a crash cut off was never answered for. */
function parse(line: string): Line | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as Line) // Written above.
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
