import { pino } from 'pino'
import { expect, test } from 'vitest'
import { describeError, newIncident, reportIncident } from './log.ts'

test('an incident is a code that is easy to read out', () => {
  for (let n = 0; n < 200; n++) expect(newIncident()).toMatch(/^AS-[2-9A-HJ-NP-Z]{4}$/)
})

test('the log has what went wrong, and not the row PostgreSQL quotes', () => {
  const lines: string[] = []
  const log = pino(
    { serializers: { error: describeError } },
    { write: (line: string) => void lines.push(line) },
  )
  const error = Object.assign(new Error('duplicate key value violates unique constraint "identifier_once"'), {
    code: '23505',
    constraint: 'identifier_once',
    detail: 'Key (number)=(012345678901) already exists.',
    where: 'COPY line 3: "Nguyễn Thị Hoa"',
  })
  const incident = reportIncident(log, error, { route: '/people' })
  expect(JSON.parse(lines[0]!)).toMatchObject({
    incident,
    route: '/people',
    error: { code: '23505', constraint: 'identifier_once' },
  })
  expect(lines[0]).not.toContain('012345678901')
  expect(lines[0]).not.toContain('Hoa')
})
