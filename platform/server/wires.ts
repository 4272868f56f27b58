import { isIP } from 'node:net'
import { z } from 'zod'
import { wrong } from './configuration-error.ts'

/** Where e-mail is handed in, and from whom it is. */
export type EmailWire = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; otherwise it is asked for, and needed unless the server is on this machine. */
  readonly isSecure: boolean
  readonly needsTls: boolean
  readonly user: string | undefined
  readonly password: string | undefined
  readonly from: string
}

/** Where text messages are handed in; simulators/sms-gateway/README.md is the contract. */
export type SmsWire = {
  readonly url: string
  readonly key: string
  readonly secret: string
  /** «07:00-20:00», in Vietnam. */
  readonly hours: string
  readonly perMinute: number
}

/** Where the population register answers; simulators/population-register/README.md is the contract. */
export type PopulationWire = { readonly url: string; readonly key: string; readonly secret: string }

/** The agency’s service that keeps keys and signs hashes; simulators/signing-service/README.md is what of it is spoken. */
export type SigningWire = {
  readonly url: string
  readonly client: string
  readonly secret: string
  /** Where the OAuth token is given, if not below the address itself. */
  readonly tokenUrl: string | undefined
}

/** Who vouches for when something was signed (RFC 3161), and the certificate it does so with, or the one above, in a file (PEM). */
export type TimestampWire = { readonly url: string; readonly certificate: string }

/** What goes out of this installation; nothing, unless it was set up. */
export type Wires = {
  readonly email?: EmailWire
  readonly sms?: SmsWire
  readonly population?: PopulationWire
  readonly signing?: SigningWire
  readonly timestamps?: TimestampWire
}

const hours = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/

/** The settings of what goes out. */
export const wireSettings = {
  ANSINH_SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: wrong('mail_server') })
    .optional()
    .describe(
      'The mail server notices to people go out by, such as smtps://user:password@mail.example.gov.vn:465; with smtp:// TLS is begun after the greeting, and needed unless the server is on this machine. Default: none, no e-mail goes out.',
    ),
  ANSINH_MAIL_FROM: z
    .email(wrong('email'))
    .optional()
    .describe(
      'The address e-mail comes from, such as khong-tra-loi@ansinh.example.gov.vn. Needed with ANSINH_SMTP_URL.',
    ),
  ANSINH_SMS_URL: z
    .url({ protocol: /^https?$/, error: wrong('sms_gateway') })
    .refine(isPrivateEnough, wrong('https_needed'))
    .optional()
    .describe(
      'The gateway for text messages; it speaks the contract of simulators/sms-gateway/README.md. Default: none, no text message goes out.',
    ),
  ANSINH_SMS_KEY: z
    .string()
    .regex(/^[\w-]{1,64}$/, wrong('key_name'))
    .optional()
    .describe('The name the gateway knows this installation by. Needed with ANSINH_SMS_URL.'),
  ANSINH_SMS_SECRET: z
    .string()
    .min(32, wrong('short_secret'))
    .optional()
    .describe('What requests to the gateway are signed with. Needed with ANSINH_SMS_URL.'),
  ANSINH_SMS_HOURS: z
    .string()
    .regex(hours, wrong('hours'))
    .refine((text) => text.slice(0, 5) < text.slice(6), wrong('hours_order'))
    .default('07:00-20:00')
    .describe('When people may get text messages, in Vietnam; others wait. Default: 07:00-20:00.'),
  ANSINH_SMS_PER_MINUTE: z.coerce
    .number(wrong('per_minute'))
    .int(wrong('per_minute'))
    .min(1, wrong('per_minute'))
    .max(6_000, wrong('per_minute'))
    .default(60)
    .describe('How many text messages go out in a minute at most. Default: 60.'),
  ANSINH_POPULATION_URL: z
    .url({ protocol: /^https?$/, error: wrong('population_register') })
    .refine(isPrivateEnough, wrong('https_needed'))
    .optional()
    .describe(
      'The population register changes are read from; it speaks the contract of simulators/population-register/README.md. Default: none, nothing is read and nobody is verified.',
    ),
  ANSINH_POPULATION_KEY: z
    .string()
    .regex(/^[\w-]{1,64}$/, wrong('key_name'))
    .optional()
    .describe('The name that register knows this installation by. Needed with ANSINH_POPULATION_URL.'),
  ANSINH_POPULATION_SECRET: z
    .string()
    .min(32, wrong('short_secret'))
    .optional()
    .describe(
      'What requests to that register, and its answers, are signed with. Needed with ANSINH_POPULATION_URL.',
    ),
  ANSINH_SIGNING_URL: z
    .url({ protocol: /^https?$/, error: wrong('signing_service') })
    .regex(/\/v[12]\/?$/, wrong('signing_service'))
    .refine(isPrivateEnough, wrong('https_needed'))
    .optional()
    .describe(
      'The remote signing service of the agency, such as https://sign.example.gov.vn/csc/v1; it speaks the API of the Cloud Signature Consortium, as simulators/signing-service/README.md tells. Default: none, keys are files.',
    ),
  ANSINH_SIGNING_CLIENT: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('The name that service knows this installation by. Needed with ANSINH_SIGNING_URL.'),
  ANSINH_SIGNING_SECRET: z
    .string()
    .min(1)
    .optional()
    .describe('What this installation proves itself to that service with. Needed with ANSINH_SIGNING_URL.'),
  ANSINH_SIGNING_TOKEN_URL: z
    .url({ protocol: /^https?$/, error: wrong('web_address') })
    .refine(isPrivateEnough, wrong('https_needed'))
    .optional()
    .describe('Where that service gives its OAuth tokens. Default: `oauth2/token` below ANSINH_SIGNING_URL.'),
  ANSINH_TIMESTAMP_URL: z
    .url({ protocol: /^https?$/, error: wrong('web_address') })
    .optional()
    .describe(
      'The timestamp authority (RFC 3161) that vouches for when a paper was signed, such as http://tsa.example.gov.vn; it is sent a hash. Nothing is signed without its answer. Default: none, the moment is what this clock says.',
    ),
  ANSINH_TIMESTAMP_CERTIFICATE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'A file with the certificate of that authority, or the one above it (PEM). Needed with ANSINH_TIMESTAMP_URL.',
    ),
} as const

const Given = z.object(wireSettings)
type Given = z.infer<typeof Given>

const pairs: readonly (readonly [keyof Given, keyof Given])[] = [
  ['ANSINH_SMTP_URL', 'ANSINH_MAIL_FROM'],
  ['ANSINH_SMS_URL', 'ANSINH_SMS_KEY'],
  ['ANSINH_SMS_URL', 'ANSINH_SMS_SECRET'],
  ['ANSINH_POPULATION_URL', 'ANSINH_POPULATION_KEY'],
  ['ANSINH_POPULATION_URL', 'ANSINH_POPULATION_SECRET'],
  ['ANSINH_SIGNING_URL', 'ANSINH_SIGNING_CLIENT'],
  ['ANSINH_SIGNING_URL', 'ANSINH_SIGNING_SECRET'],
  ['ANSINH_TIMESTAMP_URL', 'ANSINH_TIMESTAMP_CERTIFICATE'],
]

/** The setting that is missing beside one that is there, and which that is. */
export function missingBeside(
  env: Given,
): { readonly missing: keyof Given; readonly beside: keyof Given } | undefined {
  for (const [one, other] of pairs) {
    if (env[one] !== undefined && env[other] === undefined) return { missing: other, beside: one }
    if (env[one] === undefined && env[other] !== undefined) return { missing: one, beside: other }
  }
  return undefined
}

export function wiresOf(env: Given): Wires {
  const { ANSINH_SMTP_URL: smtp, ANSINH_MAIL_FROM: from } = env
  const { ANSINH_SMS_URL: url, ANSINH_SMS_KEY: key, ANSINH_SMS_SECRET: secret } = env
  const population = populationWire(env)
  const signing = signingWire(env)
  const { ANSINH_TIMESTAMP_URL: authority, ANSINH_TIMESTAMP_CERTIFICATE: certificate } = env
  return {
    ...(smtp && from && { email: emailWire(smtp, from) }),
    ...(url &&
      key &&
      secret && {
        sms: { url, key, secret, hours: env.ANSINH_SMS_HOURS, perMinute: env.ANSINH_SMS_PER_MINUTE },
      }),
    ...(population && { population }),
    ...(signing && { signing }),
    ...(authority && certificate && { timestamps: { url: authority, certificate } }),
  }
}

function populationWire(env: Given): PopulationWire | undefined {
  const { ANSINH_POPULATION_URL: url, ANSINH_POPULATION_KEY: key, ANSINH_POPULATION_SECRET: secret } = env
  return url && key && secret ? { url, key, secret } : undefined
}

function signingWire(env: Given): SigningWire | undefined {
  const { ANSINH_SIGNING_URL: url, ANSINH_SIGNING_CLIENT: client, ANSINH_SIGNING_SECRET: secret } = env
  return url && client && secret ? { url, client, secret, tokenUrl: env.ANSINH_SIGNING_TOKEN_URL } : undefined
}

function emailWire(address: string, from: string): EmailWire {
  const { protocol, hostname, port, username, password } = new URL(address)
  const isSecure = protocol === 'smtps:'
  return {
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port: Number(port || (isSecure ? 465 : 587)),
    isSecure,
    needsTls: !isSecure && !isThisMachine(hostname),
    user: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
    from,
  }
}

function isPrivateEnough(address: string): boolean {
  if (!URL.canParse(address)) return true // Refused for that already.
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || isThisMachine(hostname)
}

function isThisMachine(hostname: string): boolean {
  const bare = hostname.replaceAll(/^\[|\]$/g, '')
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'))
}
