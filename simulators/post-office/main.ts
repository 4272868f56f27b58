import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { putIntoFolder, serveHttp, takeFromFolder } from '../transport.ts'
import { openPostOffice } from './post-office.ts'

/** `node simulators/post-office/main.ts --home DIR [--port 4802] [--unclaimed 20] [--orders DIR --answers DIR]`. */
const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    port: { type: 'string', default: '4802' },
    orders: { type: 'string' },
    answers: { type: 'string' },
    unclaimed: { type: 'string', default: '20' },
    day: { type: 'string', default: Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString() },
    every: { type: 'string' },
  },
})
if (!values.home) throw new Error('Say where the post office keeps its books: --home DIR')
mkdirSync(values.home, { recursive: true })
const office = openPostOffice({
  path: join(values.home, 'post-office.sqlite'),
  day: values.day,
  unclaimed: Number(values.unclaimed),
})
const { port } = await serveHttp(office, Number(values.port))
process.stdout.write(`http://127.0.0.1:${port}\n`)
const { orders, answers } = values
if (orders && answers)
  setInterval(() => {
    for (const name of takeFromFolder(office, orders)) process.stdout.write(`took ${name}\n`)
    putIntoFolder(office, answers)
  }, 500)
if (values.every) setInterval(() => void office.closeDay(), Number(values.every) * 1000)
