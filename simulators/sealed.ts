import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Counter, SealedCounter } from './transport.ts'

/** PEM files: the key and certificate of the provider, and the certificate of its customer. */
export type ProviderKeys = { readonly key: string; readonly own: string; readonly customer: string }

/**
 * A provider that takes files only signed by its customer and sealed for it, and answers the same way: CMS as the command `openssl`
 * reads and writes it, which has to be on the machine.
 */
export function sealCounter(counter: Counter, keys: ProviderKeys): SealedCounter {
  return {
    ...counter,
    receive: (name, bytes) => {
      if (!name.endsWith('.p7m')) return { status: 400, message: 'Files are signed and sealed here' }
      let content: Buffer
      try {
        content = open(bytes, keys)
      } catch (error) {
        return { status: 400, message: `Not sealed for us by our customer: ${String(error).slice(0, 200)}` }
      }
      return counter.receive(name.slice(0, -'.p7m'.length), content)
    },
    listAnswers: () => counter.listAnswers().map((name) => `${name}.p7m`),
    readAnswer: (name) => {
      const text = name.endsWith('.p7m') ? counter.readAnswer(name.slice(0, -'.p7m'.length)) : undefined
      return text === undefined ? undefined : seal(Buffer.from(text), keys)
    },
  }
}

function open(bytes: Buffer, { key, own, customer }: ProviderKeys): Buffer {
  return inPassing((at) => {
    writeFileSync(at('in'), bytes)
    cms('-decrypt', '-inform', 'DER', '-in', at('in'), '-recip', own, '-inkey', key, '-out', at('signed'))
    const trust = ['-CAfile', customer, '-certfile', customer, '-nointern', '-purpose', 'any']
    cms('-verify', '-inform', 'DER', '-in', at('signed'), ...trust, '-out', at('out'))
    return readFileSync(at('out'))
  })
}

function seal(content: Buffer, { key, own, customer }: ProviderKeys): Buffer {
  return inPassing((at) => {
    writeFileSync(at('in'), content)
    const signer = ['-signer', own, '-inkey', key, '-md', 'sha256']
    cms('-sign', '-nodetach', '-outform', 'DER', '-in', at('in'), ...signer, '-out', at('signed'))
    const oaep = ['-keyopt', 'rsa_padding_mode:oaep', '-keyopt', 'rsa_oaep_md:sha256']
    const to = ['-aes-256-cbc', '-outform', 'DER', '-in', at('signed'), '-recip', customer, ...oaep]
    cms('-encrypt', ...to, '-out', at('out'))
    return readFileSync(at('out'))
  })
}

const cms = (...words: string[]) => execFileSync('openssl', ['cms', '-binary', ...words], { stdio: 'pipe' })

function inPassing<Result>(work: (at: (name: string) => string) => Result): Result {
  const home = mkdtempSync(join(tmpdir(), 'provider-'))
  try {
    return work((name) => join(home, name))
  } finally {
    rmSync(home, { recursive: true })
  }
}
