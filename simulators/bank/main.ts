import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sealCounter } from '../sealed.ts'
import { putIntoFolder, serveHttp, takeFromFolder } from '../transport.ts'
import { openBank } from './bank.ts'

/** `node simulators/bank/main.ts --home DIR [--port 4801] [--orders DIR --answers DIR] [--every SECONDS]`: README.md says more. */
const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    port: { type: 'string', default: '4801' },
    orders: { type: 'string' },
    answers: { type: 'string' },
    account: { type: 'string', default: '3713012345678' },
    funds: { type: 'string', default: '1000000000000' },
    statements: { type: 'string', default: 'camt.053' },
    generation: { type: 'string' },
    day: { type: 'string', default: Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString() },
    every: { type: 'string' },
    holders: { type: 'string' },
    keys: { type: 'string' },
  },
})
if (!values.home) throw new Error('Say where the bank keeps its books: --home DIR')
mkdirSync(values.home, { recursive: true })
const books = openBank({
  path: join(values.home, 'bank.sqlite'),
  account: values.account,
  funds: Number(values.funds),
  statements: values.statements === 'camt.054' ? 'camt.054' : 'camt.053',
  generation: values.generation === '2009' || values.generation === '2019' ? values.generation : undefined,
  day: values.day,
  holders: values.holders ? readHolders(values.holders) : [],
})
const at = (file: string) => join(values.keys!, file)
const bank = values.keys
  ? sealCounter(books, { key: at('key.pem'), own: at('own.pem'), customer: at('customer.pem') })
  : books
const { port } = await serveHttp(bank, Number(values.port))
process.stdout.write(`http://127.0.0.1:${port}\n`)
const { orders, answers } = values
if (orders && answers)
  setInterval(() => {
    for (const name of takeFromFolder(bank, orders)) process.stdout.write(`took ${name}\n`)
    putIntoFolder(bank, answers)
  }, 500)
if (values.every) setInterval(() => void bank.closeDay(), Number(values.every) * 1000)

/** Lines of `account,name`. */
function readHolders(path: string) {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [account, ...name] = line.split(',')
      return account?.trim() && name.length > 0
        ? [{ account: account.trim(), name: name.join(',').trim() }]
        : []
    })
}
