import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { ConfigurationError } from './configuration-error.ts'
import { describeConfiguration, readConfiguration } from './configuration.ts'

const database = {
  DATABASE_URL: 'postgres://program@db/ansinh',
  DATABASE_OWNER_URL: 'postgres://owner@db/ansinh',
  ANSINH_SECRET: 'x'.repeat(32),
}

test('with nothing set it is a demonstration on this machine', () => {
  expect(readConfiguration({})).toMatchObject({
    mode: 'demo',
    host: '127.0.0.1',
    port: 4173,
    database: undefined,
  })
})

test('with a database it is production', () => {
  expect(readConfiguration(database)).toMatchObject({
    mode: 'production',
    database: { programUrl: database.DATABASE_URL, ownerUrl: database.DATABASE_OWNER_URL },
  })
})

test('an empty setting is one that is not set', () => {
  expect(readConfiguration({ PORT: '', ANSINH_MODE: '' })).toMatchObject({ port: 4173, mode: 'demo' })
})

test('the address is an origin, whatever path was typed after it', () => {
  expect(readConfiguration({ ANSINH_ORIGIN: 'https://ansinh.example.gov.vn/x' }).origin).toBe(
    'https://ansinh.example.gov.vn',
  )
})

test('nothing goes out unless it was set up', () => {
  expect(readConfiguration({}).wires).toEqual({})
})

test('a mail server that is not on this machine is spoken to under TLS', () => {
  const given = { ANSINH_MAIL_FROM: 'an-sinh@example.vn' }
  const emailBy = (address: string) => readConfiguration({ ...given, ANSINH_SMTP_URL: address }).wires.email
  expect(emailBy('smtps://a%40b:c@mail.example.vn')).toMatchObject({
    host: 'mail.example.vn',
    port: 465,
    isSecure: true,
    user: 'a@b',
    password: 'c',
  })
  expect(emailBy('smtp://mail.example.vn')).toMatchObject({ port: 587, isSecure: false, needsTls: true })
  expect(emailBy('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, needsTls: false })
})

describe('refused, naming the setting and what to do', () => {
  test.for([
    [{ PORT: 'eighty' }, /^PORT: must be a port.*operations\.md/],
    [{ PORT: '70000' }, /^PORT: /],
    [{ ANSINH_MODE: 'test' }, /^ANSINH_MODE: .*demo/],
    [{ ANSINH_SECRET: 'short' }, /^ANSINH_SECRET: must have at least 32 characters/],
    [{ ANSINH_HOST: 'localhost' }, /^ANSINH_HOST: must be an IP address/],
    [{ ANSINH_ORIGIN: 'ansinh.example' }, /^ANSINH_ORIGIN: must be an address/],
    [{ ANSINH_WORKERS: '1.5' }, /^ANSINH_WORKERS: must be a whole number/],
    [{ ANSINH_TRUSTED_PROXY_HEADER: 'x y' }, /^ANSINH_TRUSTED_PROXY_HEADER: must be the name of a header/],
    [{ DATABASE_URL: database.DATABASE_URL }, /^DATABASE_OWNER_URL is missing/],
    [{ DATABASE_OWNER_URL: database.DATABASE_OWNER_URL }, /^DATABASE_URL is missing/],
    [{ ...database, DATABASE_URL: 'mysql://db' }, /^DATABASE_URL: must begin with postgres/],
    [{ ...database, ANSINH_SECRET: '' }, /^ANSINH_SECRET is missing.*openssl/],
    [{ ...database, ANSINH_HOST: '0.0.0.0' }, /^ANSINH_ORIGIN is missing/],
    [{ ANSINH_SMTP_URL: 'mail.example.vn' }, /^ANSINH_SMTP_URL: must be like smtps:/],
    [{ ANSINH_SMTP_URL: 'smtps://mail.example.vn' }, /^ANSINH_MAIL_FROM is missing beside ANSINH_SMTP_URL/],
    [{ ANSINH_MAIL_FROM: 'an-sinh@example.vn' }, /^ANSINH_SMTP_URL is missing/],
    [{ ANSINH_SMS_URL: 'http://sms.example.vn' }, /^ANSINH_SMS_URL: must be https/],
    [{ ANSINH_SMS_URL: 'https://sms.example.vn', ANSINH_SMS_KEY: 'x' }, /^ANSINH_SMS_SECRET is missing/],
    [{ ANSINH_SMS_HOURS: '20:00-07:00' }, /^ANSINH_SMS_HOURS: must begin before it ends/],
    [{ ANSINH_SMS_PER_MINUTE: '0' }, /^ANSINH_SMS_PER_MINUTE: /],
    [{ PORT: 'x', LOG_LEVEL: 'loud' }, /^PORT: .*\nLOG_LEVEL: /s],
  ] as const)('%j', ([environment, message]) => {
    expect(() => readConfiguration(environment)).toThrow(message)
  })
})

test('a refusal is there in Vietnamese, for whoever starts the program', () => {
  const said = sayingOf({ PORT: 'x', LOG_LEVEL: 'loud', ANSINH_SECRET: 'short' })
  expect(said).toMatch(/^PORT: phải là số cổng, từ 0 đến 65535\./)
  expect(said).toMatch(/^ANSINH_SECRET: phải có ít nhất 32 ký tự/m)
  expect(said).toMatch(/^LOG_LEVEL: phải là một trong/m)
  expect(said).not.toMatch(/undefined|must/)
})

function sayingOf(environment: Parameters<typeof readConfiguration>[0]): string {
  try {
    readConfiguration(environment)
  } catch (error) {
    return (error as ConfigurationError).inWords('vi') // Nothing else is thrown there.
  }
  throw new Error('It was not refused')
}

test('the handbook lists every setting as the program reads it', async () => {
  const handbook = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  expect(plain(handbook)).toContain(plain(describeConfiguration()))
})

/** The formatter pads the columns of tables. */
function plain(table: string) {
  return table.replaceAll(/ +/g, ' ').replaceAll(/-+/g, '-')
}
