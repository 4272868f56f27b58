import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Two runs beside each other need a port each; what is outside stands a thousand and two thousand further. */
export const port = Number(process.env['PW_PORT'] ?? 4174)

/** Where the program under test is reached. */
export const home = `http://localhost:${port}`

/** The gateway for text messages, which is there all the time. */
export const gateway = {
  url: `http://127.0.0.1:${port + 1000}`,
  key: 'ansinh',
  secret: 'a secret between a journey and its gateway',
} as const

/** The signing service, which is there when a journey starts it, and has a key for none but the units that journey names. */
export const signing = {
  port: port + 2000,
  client: 'ansinh',
  secret: 'a secret between a journey and its service',
  keys: join(tmpdir(), `ansinh-journey-keys-${port}`),
} as const

/** What the program under test is told of both. */
export const outside = {
  ANSINH_SMS_URL: gateway.url,
  ANSINH_SMS_KEY: gateway.key,
  ANSINH_SMS_SECRET: gateway.secret,
  ANSINH_SMS_HOURS: '00:00-23:59',
  ANSINH_SIGNING_URL: `http://127.0.0.1:${signing.port}/csc/v2`,
  ANSINH_SIGNING_CLIENT: signing.client,
  ANSINH_SIGNING_SECRET: signing.secret,
  ANSINH_SIGNING_KEYS: signing.keys,
}

const store = join(tmpdir(), `ansinh-journey-messages-${port}`)
export const gatewayCommand = `node simulators/sms-gateway/main.ts --port ${port + 1000} --key ${gateway.key} --secret "${gateway.secret}" --store ${store}`
