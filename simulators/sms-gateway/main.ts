import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { createGateway } from './gateway.ts'
import { openStore } from './store.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4290' },
    key: { type: 'string' },
    secret: { type: 'string' },
    store: { type: 'string' },
  },
})
const { port, key, secret, store: directory } = values
if (!key || !secret || secret.length < 32 || !directory) {
  process.stderr.write(
    'Usage: main.ts [--port 4290] --key NAME --secret 32-OR-MORE-SIGNS --store DIRECTORY\n',
  )
  process.exit(2)
}
const store = openStore(directory)
const gateway = createGateway({ store, key, secret })
gateway.listen(Number(port), '127.0.0.1', () => {
  const { port: actual } = gateway.address() as AddressInfo // It listens on a port, so its address is no pipe.
  process.stdout.write(`http://127.0.0.1:${actual}\n`)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    gateway.closeAllConnections()
    gateway.close(() => {
      store.close()
      process.exit()
    })
  })
