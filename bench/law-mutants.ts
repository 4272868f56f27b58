/** Every small mistake one could make in the law, and which case finds it: `node bench/law-mutants.ts [--json]`. */
import { judgeBy, type Verdict } from '../modules/entitlement/domain/evaluators/mutants-verdict.ts'
import { mutantsOf } from '../modules/entitlement/domain/evaluators/mutants.ts'
import { questionsOf } from '../modules/entitlement/law/golden/questions.ts'
import { law } from '../modules/entitlement/law/index.ts'

const questions = questionsOf()
const judge = judgeBy(questions, law)
const judged = [...mutantsOf(law)].map((mutant) => ({ ...mutant, verdict: judge(mutant) }))
const surviving = judged.filter(({ verdict }) => verdict === 'survives')

if (process.argv.includes('--json')) {
  const rows = judged.map(({ regime, article, where, what, verdict }) => ({
    regime,
    article,
    where,
    what,
    verdict,
  }))
  process.stdout.write(`${JSON.stringify(rows)}\n`)
} else {
  const lines = law.regimes.map(({ rules }) => {
    const own = judged.filter(({ regime }) => regime === rules.id)
    const count = (wanted: Verdict) => own.filter(({ verdict }) => verdict === wanted).length
    return `${rules.id}: ${own.length} mistakes, ${count('killed')} found, ${count('equivalent')} change nothing, ${count('survives')} unnoticed`
  })
  for (const [article, some] of Map.groupBy(surviving, (mutant) => mutant.article))
    lines.push(article, ...some.map(({ regime, where, what }) => `  ${regime} ${where}: ${what}`))
  process.stdout.write(`${questions.length} months of cases\n${lines.join('\n')}\n`)
}
process.exitCode = surviving.length > 0 ? 1 : 0
