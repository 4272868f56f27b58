import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { givenPemKey, givenPemKeyOnP256 } from './certificates.ts'

/** The simulated signing service, as the program of its own that it is, with a key for each holder. */
export type SigningService = {
  readonly url: (version: 'v1' | 'v2') => string
  readonly client: string
  readonly secret: string
  /** What lies in ANSINH_SIGNING_KEYS. */
  readonly keys: string
  readonly pin: string
  /** What it does wrong from now on; its README lists it. */
  readonly behave: (behaviour: Readonly<Record<string, unknown>>) => Promise<void>
  readonly signatures: () => Promise<readonly { readonly credentialID: string; readonly hash: string }[]>
  readonly stop: () => Promise<void>
}

const main = join(import.meta.dirname, '../../../simulators/signing-service/main.ts')

type Settings = {
  /** Whose keys are on P-256; the others are RSA. */
  readonly onP256?: readonly string[]
  readonly port?: number
  /** The directory that is ANSINH_SIGNING_KEYS of a program that runs already. */
  readonly keys?: string
  /** As what this installation is known to the service. */
  readonly client?: string
  readonly secret?: string
}

/** Holders are codes of units, each with the name its certificate is made out to. */
export async function startSigningService(
  holders: Readonly<Record<string, string>>,
  {
    onP256 = [],
    port = 0,
    keys: given,
    client = 'ansinh',
    secret = 'a secret between a test and its service',
  }: Settings = {},
): Promise<SigningService> {
  const home = await mkdtemp(join(tmpdir(), 'signing-service-'))
  const [vault, keys] = [join(home, 'vault'), given ?? join(home, 'keys')]
  await mkdir(vault)
  await mkdir(keys, { recursive: true })
  const pin = '482915'
  for (const [holder, name] of Object.entries(holders)) {
    const { key, certificate } = onP256.includes(holder) ? await givenPemKeyOnP256(name) : givenPemKey(name)
    await writeFile(join(vault, `${holder}.key.pem`), key)
    await writeFile(join(vault, `${holder}.chain.pem`), certificate)
    await writeFile(join(vault, `${holder}.pin`), pin)
    await writeFile(join(keys, `${holder}.credential`), `${holder}\n`)
    await writeFile(join(keys, `${holder}.pin`), `${pin}\n`)
    await writeFile(join(keys, `${holder}.certificate.pem`), certificate)
  }
  const settings = ['--port', String(port), '--client', client, '--secret', secret, '--vault', vault]
  const child = spawn(process.execPath, [main, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [origin] = (await once(createInterface(child.stdout), 'line')) as [string] // A line is a text.
  const ask = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await fetch(`${origin}/sim${path}`, init)
    if (!response.ok) throw new Error(await response.text())
    return response.json()
  }
  return {
    url: (version) => `${origin}/csc/${version}`,
    client,
    secret,
    keys,
    pin,
    behave: async (behaviour) => {
      await ask('/behaviour', { method: 'PUT', body: JSON.stringify(behaviour) })
    },
    signatures: async () => (await ask('/signatures')) as { credentialID: string; hash: string }[], // As its README says.
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
      await rm(home, { recursive: true })
    },
  }
}
