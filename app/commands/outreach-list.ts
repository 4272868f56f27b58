import { z } from 'zod'
import { formatDay, formatMonth } from '#kernel/written'
import { listProspects } from '#modules/outreach'
import { View } from '#modules/outreach/contract'
import { areaOfCode } from './area.ts'
import { optionalText, print, UsageError, type Command } from './command.ts'
import { label } from './labels.ts'
import { t } from './language.ts'
import { money } from './money.ts'
import { withProgram } from './program.ts'

const Months = z.coerce.number().int().min(1).max(12).optional()

export const command: Command = {
  usage: `outreach list [--view ${View.options.join('|')}] [--area CODE] [--within MONTHS] [--page N]`,
  summary: t.summaries.outreachList,
  options: {
    view: { type: 'string', default: 'soon' },
    area: { type: 'string' },
    within: { type: 'string' },
    page: { type: 'string', default: '1' },
  },
  run: async (given) => {
    const view = View.safeParse(given.options['view'])
    if (!view.success) throw new UsageError(t.notOneOf('--view', View.options))
    const within = Months.safeParse(optionalText(given, 'within'))
    if (!within.success) throw new UsageError(t.notMonths)
    const page = z.coerce.number().int().min(1).safeParse(given.options['page'])
    if (!page.success) throw new UsageError(t.notAPage)
    const code = optionalText(given, 'area')
    await withProgram(async ({ request }) => {
      const list = await request(async (ctx) => {
        const areaId = code === undefined ? undefined : await areaOfCode(ctx, code)
        ctx.audit({ action: 'outreach.list_read', details: { view: view.data, areaId: areaId ?? null } })
        return listProspects(ctx, { view: view.data, areaId, within: within.data, page: page.data })
      })
      print(given, list, [
        [
          `${label.outreach.views[view.data]}: ${t.results.people(String(list.stake.people))}`,
          t.results.perMonth(money(list.stake.amount)),
          t.results.page(list.page, list.pages),
        ].join(', '),
        ...list.rows.map(({ person, area, benefit, kind, month, before, after }) =>
          [
            formatMonth(month),
            label.outreach.kind[kind],
            label.outreach.benefit[benefit],
            person.name,
            formatDay(person.born),
            area.name,
            `${money(before)} → ${money(after)}`,
          ].join('  '),
        ),
      ])
    })
    return 0
  },
}
