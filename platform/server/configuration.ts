import { isIP } from 'node:net'
import { z } from 'zod'
import { ConfigurationError, wrong } from './configuration-error.ts'
import { missingBeside, wireSettings, wiresOf, type Wires } from './wires.ts'

const address = z.string().regex(/^postgres(ql)?:\/\//, wrong('postgres_address'))

/** Every setting an installation has, read from the environment once; docs/operations.md prints this table. */
const settings = {
  ANSINH_HOME: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Directory for the embedded database, files and the secret. Default: `.ansinh` in the checkout, for root `/var/lib/ansinh/<hash>`.',
    ),
  ANSINH_FILES: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Directory for uploaded and generated files; nodes of one installation share it. Default: `files` in ANSINH_HOME.',
    ),
  DATABASE_URL: address
    .optional()
    .describe(
      'PostgreSQL 18 or newer, as the role that works and owns nothing. Default: the embedded server.',
    ),
  DATABASE_OWNER_URL: address
    .optional()
    .describe(
      'The same database as the role that owns the tables and migrates them. Needed with DATABASE_URL.',
    ),
  PORT: z.coerce
    .number(wrong('port'))
    .int(wrong('port'))
    .min(0, wrong('port'))
    .max(65_535, wrong('port'))
    .default(4173)
    .describe('Port to listen on. Default: 4173.'),
  ANSINH_HOST: z
    .string()
    .refine((text) => isIP(text) !== 0, wrong('ip_address'))
    .default('127.0.0.1')
    .describe('Address to listen on. Default: 127.0.0.1, this machine only.'),
  ANSINH_SECRET: z
    .string()
    .min(32, wrong('short_secret'))
    .optional()
    .describe(
      'What sessions are signed with; the same on every node. Default: made once and kept in ANSINH_HOME. Needed with DATABASE_URL.',
    ),
  ANSINH_MODE: z
    .enum(['demo', 'production'], wrong('mode'))
    .optional()
    .describe(
      '`demo` creates the demonstration province and its accounts. Default: `production` with DATABASE_URL, otherwise `demo`.',
    ),
  ANSINH_ORIGIN: z
    .url({ protocol: /^https?$/, error: wrong('web_address') })
    .optional()
    .describe(
      'The address people type, such as https://ansinh.example.gov.vn. Default: http://localhost:<PORT>. Needed in production, unless it listens on this machine only.',
    ),
  ANSINH_TRUSTED_PROXY_HEADER: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/i, wrong('header'))
    .optional()
    .describe(
      'The header in which your proxy, and nobody else, writes the address of the client. Default: none, the address of the connection counts.',
    ),
  ANSINH_PROVINCE: z
    .string()
    .regex(/^\d{2}$/, wrong('province_code'))
    .optional()
    .describe(
      'The code of the province the portal for citizens speaks of. Default: 25 in the demonstration, otherwise none: then it names no province and knows every commune of the country.',
    ),
  ANSINH_HELP_PHONE: z
    .string()
    .regex(/^[\d +.()-]{3,20}$/, wrong('phone'))
    .optional()
    .describe(
      'The number on every page of the portal under «Cần người giúp?». Default: none, the pages name the one-stop office.',
    ),
  ANSINH_CLAMAV: z
    .string()
    .regex(/^(tcp:\/\/[^/\s]+|unix:\/\S+)$/, wrong('clamav_address'))
    .optional()
    .describe(
      'Where clamd listens, which looks at what people send in. Default: none, and pages say that a file was not scanned.',
    ),
  ...wireSettings,
  ANSINH_SIGNING_KEYS: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Directory with what signs what is issued, by unit: a certificate file `<code of the unit>.p12` with its password in `<code>.password`, or the name of a key at the signing service, `<code>.credential`, with its PIN in `<code>.pin` and the certificate that is expected in `<code>.certificate.pem`. Default: none, and papers are proven by their QR code alone.',
    ),
  ANSINH_PAYMENT_KEYS: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Directory with the keys files to providers are signed and encrypted by: `<code>.key.pem` and `<code>.own.pem` of this installation, `<code>.provider.pem` of the provider. Default: none, files travel as they are.',
    ),
  ANSINH_WORKERS: z.coerce
    .number(wrong('workers'))
    .int(wrong('workers'))
    .min(0, wrong('workers'))
    .max(16, wrong('workers'))
    .default(1)
    .describe('Background jobs that `serve` runs at once; 0 leaves them to `ansinh worker`. Default: 1.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], wrong('log_level'))
    .default('info')
    .describe('How much is logged to standard error. Default: info.'),
} as const

const Environment = z.object(settings)
type Environment = z.infer<typeof Environment>

export type Configuration = {
  readonly database: { readonly programUrl: string; readonly ownerUrl: string } | undefined
  readonly port: number
  readonly host: string
  readonly secret: string | undefined
  readonly mode: 'demo' | 'production'
  readonly origin: string | undefined
  readonly trustedProxyHeader: string | undefined
  readonly province: string | undefined
  readonly helpPhone: string | undefined
  readonly wires: Wires
  readonly workers: number
  readonly logLevel: Environment['LOG_LEVEL']
}

/** Reads the environment; refuses to start with a setting that is wrong or with half of a pair. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success)
    throw new ConfigurationError(
      ...parsed.error.issues.map(({ path, message }) => ({
        kind: 'setting' as const,
        setting: String(path[0]),
        reason: message,
      })),
    )
  return assemble(parsed.data)
}

function assemble(env: Environment): Configuration {
  const { DATABASE_URL: programUrl, DATABASE_OWNER_URL: ownerUrl } = env
  if (Boolean(programUrl) !== Boolean(ownerUrl))
    throw new ConfigurationError({
      kind: 'database_half',
      setting: programUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL',
    })
  const mode = env.ANSINH_MODE ?? (programUrl ? 'production' : 'demo')
  if (mode === 'production' && programUrl && !env.ANSINH_SECRET)
    throw new ConfigurationError({ kind: 'secret_missing' })
  const isPublic = env.ANSINH_HOST !== '127.0.0.1' && env.ANSINH_HOST !== '::1'
  if (mode === 'production' && isPublic && !env.ANSINH_ORIGIN)
    throw new ConfigurationError({ kind: 'origin_missing' })
  const half = missingBeside(env)
  if (half)
    throw new ConfigurationError({ kind: 'missing_beside', setting: half.missing, beside: half.beside })
  return {
    database: programUrl && ownerUrl ? { programUrl, ownerUrl } : undefined,
    port: env.PORT,
    host: env.ANSINH_HOST,
    secret: env.ANSINH_SECRET,
    mode,
    origin: env.ANSINH_ORIGIN && new URL(env.ANSINH_ORIGIN).origin,
    trustedProxyHeader: env.ANSINH_TRUSTED_PROXY_HEADER?.toLowerCase(),
    province: env.ANSINH_PROVINCE ?? (mode === 'demo' ? '25' : undefined),
    helpPhone: env.ANSINH_HELP_PHONE,
    wires: wiresOf(env),
    workers: env.ANSINH_WORKERS,
    logLevel: env.LOG_LEVEL,
  }
}

/** The address people type, which papers and messages name. */
export function publicOrigin({ origin, port }: Pick<Configuration, 'origin' | 'port'> = readConfiguration()) {
  return origin ?? `http://localhost:${port}`
}

/** The table of docs/operations.md. */
export function describeConfiguration(): string {
  const rows = Object.entries(settings).map(([name, { description }]) => `| \`${name}\` | ${description} |`)
  return ['| Setting | Meaning |', '| --- | --- |', ...rows].join('\n')
}
