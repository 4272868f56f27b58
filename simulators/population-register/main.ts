import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { createRegister } from './register.ts'
import { seed } from './seed.ts'
import { openStore } from './store.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4280' },
    key: { type: 'string' },
    secret: { type: 'string' },
    store: { type: 'string' },
    seed: { type: 'string' },
  },
})
const { port, key, secret, store: directory } = values
if (!key || !secret || secret.length < 32 || !directory) {
  process.stderr.write(
    'Usage: main.ts [--port 4280] --key NAME --secret 32-OR-MORE-SIGNS --store DIRECTORY [--seed FILE.csv]\n',
  )
  process.exit(2)
}
const store = openStore(directory)
if (values.seed) process.stderr.write(`${await seed(store, values.seed)} residents\n`)
const register = createRegister({ store, key, secret })
register.listen(Number(port), '127.0.0.1', () => {
  const { port: actual } = register.address() as AddressInfo // It listens on a port, so its address is no pipe.
  process.stdout.write(`http://127.0.0.1:${actual}\n`)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    register.closeAllConnections()
    register.close(() => {
      store.close()
      process.exit()
    })
  })
