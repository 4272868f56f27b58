import { expect, test } from 'vitest'
import type { Due } from '../domain/determination.ts'
import { engineFor } from '../domain/determine.ts'
import { monthColumnsOf, territoriesOf } from '../domain/evaluators/columns.ts'
import { compileMonth, dueColumns } from '../domain/evaluators/kernel.ts'
import { explain } from '../domain/explain.ts'
import { canonical } from '../domain/fingerprint.ts'
import { versionOf } from '../domain/law-in-force.ts'
import { lawOf, personIn } from './golden/case-months.ts'
import { goldenCases } from './golden/index.ts'
import { law } from './index.ts'

const months = goldenCases.flatMap((golden) =>
  golden.expected.map((expected) => ({
    name: `${golden.id} in ${expected.month}`,
    expected: expected.due,
    person: personIn(golden, expected, law),
    engine: engineFor(lawOf(golden, law)),
  })),
)

test('in a browser every case of the law comes to what the article gives, by whichever evaluator', () => {
  expect(globalThis.document).toBeDefined()
  for (const { name, expected, person, engine } of months) {
    const said = {
      interpreted: amountsOf(engine.dueIn(person)),
      explained: amountsOf(explain(person, engine).due),
      ...Object.fromEntries(
        (['compiled', 'closures'] as const).map((evaluator) => {
          const ml = engine.lawIn(person.month, person.knownOn)
          if (!ml) return [evaluator, {}]
          const territories = territoriesOf()
          const columns = monthColumnsOf([person], territories)
          const output = dueColumns(1)
          const kernel = compileMonth(ml, territories.names, { evaluator })
          kernel.run(columns, output)
          return [evaluator, amountsOf(kernel.dueAt(output, 0))]
        }),
      ),
    }
    for (const [evaluator, amounts] of Object.entries(said))
      expect([name, evaluator, amounts]).toEqual([name, evaluator, expected])
  }
})

test('in a browser a rule set has the version it has on the server', async () => {
  for (const { rules } of law.regimes) {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(rules)))
    const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    expect(versionOf(rules)).toBe(hex)
  }
})

function amountsOf(dues: readonly Due[]) {
  return Object.fromEntries(dues.map(({ component, amount }) => [component, amount]))
}
