import { randomInt } from 'node:crypto'
import { pino, type Logger } from 'pino'

export type Log = Logger

/**
 * The log of the program, on standard error as JSON lines. It holds no personal data: no names, numbers, queries,
 * bodies or parameters of SQL; ids are opaque.
 */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      base: { app: 'an-sinh' },
      serializers: { error: describeError },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ dest: 2, sync: true }),
  )
}

/** A log that says nothing, for tests. */
export const silence: Log = pino({ level: 'silent' })

/** What went wrong and where, without the `detail` in which PostgreSQL quotes the row. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint, table } = error as Error & Record<'code' | 'constraint' | 'table', unknown>
  return {
    type: error.name,
    message: error.message,
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint, table }),
    stack: error.stack,
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A short code a person can read out («mã sự cố»), without letters that look alike. */
export function newIncident(): string {
  return `AS-${Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')}`
}

/** Logs what nobody foresaw and names it, so that the person it happened to can ask about it. */
export function reportIncident(log: Log, error: unknown, where: Record<string, unknown>): string {
  const incident = newIncident()
  log.error({ incident, ...where, error }, 'Something went wrong')
  return incident
}
