import { config, locales } from 'zod'
import { formatCount, formatMonth } from '#kernel/written'
import { sayWrongInput } from '#platform/server/input-words'
import { jobByHand } from '#platform/server/job-by-hand'
import { runSimulation, Scenario, takeSnapshot, wordsEn, wordsVi } from '#modules/simulation'
import { neededWord, print, UsageError, type Command, type ExitCode } from './command.ts'
import { language, t } from './language.ts'
import { money } from './money.ts'
import { showProgress } from './progress.ts'
import { localAdministrator, withProgram, type Local } from './program.ts'
import { readJson } from './read-file.ts'

export const command: Command = {
  usage: 'simulate FILE',
  summary: t.summaries.simulate,
  run: async (given) => {
    const file = neededWord(given, 0, 'FILE')
    const scenario = await readScenario(file)
    return withProgram<ExitCode>(async (local) => {
      await readRegisterOf(local, scenario)
      const simulated = await local.request((ctx) => runSimulation(ctx, { scenario }))
      if (simulated.state !== 'done') throw new Error('The register was changed while it was read')
      const { result } = simulated
      const { before, after, all, cost, unchanged } = result
      print(given, result, [
        `${result.area.name}  ${formatMonth(result.month)}  ${result.law[language]}`,
        ...result.changes.map((change) => `  ${words.change(change)}`),
        `${t.results.byLaw}: ${tally(before, before.amount)}`,
        `${t.results.byScenario}: ${tally(after, before.amount + cost.monthly)}`,
        t.results.ofAwards(money(cost.byAwards)),
        t.results.ofFresh(formatCount(all.fresh), money(cost.fresh), result.takeUp),
        t.results.cost(money(cost.monthly), money(cost.fullYear)),
        t.results.touched({
          raised: formatCount(all.raised),
          lowered: formatCount(all.lowered),
          gained: formatCount(all.gained),
          lost: formatCount(all.lost),
          switched: formatCount(all.switched),
          unchanged: formatCount(unchanged),
        }),
        ...result.flags.map((flag) => `? ${words.flag(flag)}`),
      ])
      return 0
    })
  },
}

async function readScenario(file: string): Promise<Scenario> {
  const value = await readJson(file)
  config(language === 'en' ? locales.en() : { localeError: sayWrongInput }) // As the server says what is wrong with an input.
  const parsed = Scenario.safeParse(value)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`)
    throw new UsageError(wrong.join('\n'))
  }
  return parsed.data
}

/** Reads the register of the month here, without leaving work to the workers. */
async function readRegisterOf({ programUrl, request }: Local, { month }: Scenario) {
  const progress = showProgress(t.progress.register)
  await takeSnapshot(
    jobByHand({
      id: 'command',
      input: { month },
      actor: localAdministrator(),
      programUrl,
      request,
      progress: async (done, total) => progress.update(done, total ?? 0, t.progress.people),
    }),
  )
  progress.end()
}

const words = language === 'en' ? wordsEn : wordsVi
const tally = ({ people, lines }: { people: number; lines: number }, amount: number) =>
  t.results.perMonth(t.results.tally(formatCount(people), formatCount(lines), money(amount)))
