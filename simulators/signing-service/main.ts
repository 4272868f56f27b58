import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { createService } from './service.ts'
import { openVault } from './vault.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4295' },
    client: { type: 'string' },
    secret: { type: 'string' },
    vault: { type: 'string' },
  },
})
const { port, client, secret, vault } = values
if (!client || !secret || secret.length < 32 || !vault) {
  process.stderr.write(
    'Usage: main.ts [--port 4295] --client NAME --secret 32-OR-MORE-SIGNS --vault DIRECTORY\n',
  )
  process.exit(2)
}
const service = createService({ vault: openVault(vault), client, secret })
service.listen(Number(port), '127.0.0.1', () => {
  const { port: actual } = service.address() as AddressInfo // It listens on a port, so its address is no pipe.
  process.stdout.write(`http://127.0.0.1:${actual}\n`)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    service.closeAllConnections()
    service.close(() => process.exit())
  })
