import { readFile } from 'node:fs/promises'
import { UsageError } from './command.ts'
import { t } from './language.ts'

/** What is in a file that was named; one that cannot be read was asked for wrongly. */
export function readBytes(file: string): Promise<Buffer<ArrayBuffer>> {
  return readFile(file).catch((cause: unknown) => {
    throw new UsageError(t.unreadable(file), { cause })
  })
}

export async function readText(file: string): Promise<string> {
  return (await readBytes(file)).toString('utf8')
}

export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UsageError(t.notJson(file), { cause })
  }
}
