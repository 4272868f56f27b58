import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createAuthority } from './authority.ts'
import type { Authority } from './token.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4296' }, keys: { type: 'string' } },
})
const { port, keys } = values
if (!keys) {
  process.stderr.write('Usage: main.ts [--port 4296] --keys DIRECTORY\n')
  process.exit(2)
}
const authority = createAuthority(open(keys, 'authority'), open(keys, 'other'))
authority.listen(Number(port), '127.0.0.1', () => {
  const { port: actual } = authority.address() as AddressInfo // It listens on a port, so its address is no pipe.
  process.stdout.write(`http://127.0.0.1:${actual}\n`)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    authority.closeAllConnections()
    authority.close(() => process.exit())
  })

function open(directory: string, name: string): Authority {
  const read = (ending: string) => readFileSync(join(directory, `${name}.${ending}.pem`))
  return { key: createPrivateKey(read('key')), certificate: new X509Certificate(read('certificate')) }
}
