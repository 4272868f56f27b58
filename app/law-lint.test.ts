import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { law } from '#modules/entitlement'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Files that repeat something of the law because they may not read it, and what holds them to it. */
const held: Readonly<Record<string, string>> = {
  'modules/identity/web/standard-chart.tsx': 'law.test.ts compares its steps with the law',
  'modules/entitlement/web/next-age.ts': 'below',
  'modules/people/domain/import/facts.ts': 'the day the districts ended, which is no date of benefits',
  'modules/portal/domain/outcome.ts':
    'below it nobody is asked for a pension: interview.test.ts finds every group',
}

const sources = ['kernel', 'platform', 'ui', 'modules', 'app']
  .flatMap((directory) =>
    readdirSync(`${root}/${directory}`, { recursive: true, encoding: 'utf8' }).map((file) =>
      `${directory}/${file}`.replaceAll('\\', '/'),
    ),
  )
  .filter((file) => /\.(ts|tsx)$/.test(file))
  .filter(
    (file) => !/\.test\.tsx?$|[/.]testing(\/|\.ts)|^modules\/entitlement\/law\/|^app\/demo\//.test(file),
  )
  .map((file) => [file, codeOf(readFileSync(`${root}/${file}`, 'utf8'))] as const)

const dates = new Set([
  ...law.regimes.flatMap(({ from, inForce, issued }) => [from, `${from}-01`, inForce, issued]),
  ...law.procedures.flatMap(({ inForce, issued }) => [inForce, issued]),
  ...law.regimes.flatMap(({ rules }) =>
    Object.values(rules.parameters)
      .flat()
      .map(({ from }) => from),
  ),
])
const conditions = JSON.stringify(law.regimes.map(({ rules }) => [rules.groups, rules.combination]))
const ages = new Set([...conditions.matchAll(/[mM]onths":(\d+)/g)].map(([, months]) => Number(months)))

describe('outside the law stands', () => {
  test('no day or month on which it changes', () => {
    const named = sources.filter(([, code]) =>
      [...code.matchAll(/['"`](\d{4}-\d{2}(?:-\d{2})?)['"`]/g)].some(([, date]) => dates.has(date!)),
    )
    expect(named.map(([file]) => file).filter((file) => !(file in held))).toEqual([])
  })

  test('no age it counts in months', () => {
    const named = sources.filter(([, code]) =>
      [...code.matchAll(/\b(\d+) ?\* ?12\b/g)].some(([, years]) => ages.has(Number(years) * 12)),
    )
    expect(named.map(([file]) => file).filter((file) => !(file in held))).toEqual([])
  })

  test('nothing that is not held to it', () => {
    const known = new Set(sources.map(([file]) => file))
    expect(Object.keys(held).filter((file) => !known.has(file))).toEqual([])
  })
})

test('every birthday a person’s page waits for is an age of the law in force', () => {
  const lists = [
    ...sourceOf('modules/entitlement/web/next-age.ts').matchAll(/from: '(.*?)', years: \[([\d, ]+)\]/g),
  ]
  expect(lists.length).toBeGreaterThan(1)
  for (const [, from, years] of lists) {
    const regime = law.regimes.findLast((one) => one.from <= (from || '2021-07').slice(0, 7))!
    const own = JSON.stringify(regime.rules)
    const missing = years!.split(', ').filter((age) => !own.includes(`onths":${Number(age) * 12}}`))
    expect([from, missing]).toEqual([from, []])
  }
})

function sourceOf(file: string): string {
  return sources.find(([name]) => name === file)![1]
}

function codeOf(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
}
