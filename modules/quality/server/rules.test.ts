import { describe, expect } from 'vitest'
import { test } from '#testing/world'
import { homeCases } from '../cases/home.testing.ts'
import { identityCases } from '../cases/identity.testing.ts'
import { moneyCases } from '../cases/money.testing.ts'
import { paperCases } from '../cases/papers.testing.ts'
import { listFindings, rules } from '../contract.ts'
import { looked } from '../testing.ts'

const cases = [...moneyCases, ...identityCases, ...paperCases, ...homeCases]

describe('what each rule finds, and does not', () => {
  test('all of them, in one register', async ({ world }) => {
    const made: (string | { not: string })[] = []
    for (const [, , make] of cases) made.push(await make(world))
    await looked(world.ctx)
    for (const [place, [what, rule, , found = {}]] of cases.entries()) {
      const about = made[place]!
      const id = typeof about === 'string' ? about : about.not
      const { rows } = await world.as({ can: ['quality.read'] }).call(listFindings, { rule })
      const own = rows.filter(({ person }) => person.id === id)
      expect.soft(own, `${rule}: ${what}`).toMatchObject(typeof about === 'string' ? [found] : [])
      expect.soft(own, `${rule}: ${what}`).toHaveLength(typeof about === 'string' ? 1 : 0)
    }
  })

  test('every rule has a case in which it finds somebody', () => {
    expect(new Set(cases.map(([, rule]) => rule))).toEqual(new Set(Object.keys(rules)))
  })
})
