import { lookAtEverybodyAgain, refreshOutreach } from '#modules/outreach'
import { print, type Command } from './command.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'
import { showProgress } from './progress.ts'

export const command: Command = {
  usage: 'outreach refresh [--everybody]',
  summary: t.summaries.outreachRefresh,
  options: { everybody: { type: 'boolean' } },
  run: async (given) => {
    await withProgram(async ({ request }) => {
      if (given.options['everybody']) await request(lookAtEverybodyAgain)
      const shown = showProgress(t.progress.outreach)
      const done = await refreshOutreach({ request, progress: async (people) => shown.update(people, null) })
      shown.end()
      print(given, done, [t.results.looked(String(done.people))])
    })
    return 0
  },
}
