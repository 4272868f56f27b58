import { formatBirth, formatDay, formatMonth } from '#kernel/written'
import type { Ctx } from '#platform/server/context'
import { writeSheet } from '#platform/server/sheets'
import type { ProspectFilter, ProspectView, View } from '../contract.ts'
import { listSome } from '../db/list.ts'
import { problems } from '../domain/problems.ts'
import { sayCauses } from '../domain/words.ts'
import { wordsVi } from '../domain/words.vi.ts'
import { wantedOf } from './list-prospects.ts'
import { paperWords } from './messages.vi.ts'
import { viewProspects } from './view-prospects.ts'

const mostRows = 20_000
const words = paperWords.sheet

const widths = [6, 28, 14, 24, 18, 14, 30, 26, 12, 40, 16, 16, 18, 16, 40, 40]
const money = [10, 11, 12]

/** A list as Excel, for who goes from house to house. */
export async function downloadProspects(ctx: Ctx, input: { view: View } & ProspectFilter): Promise<File> {
  const rows = await listSome(ctx, await wantedOf(ctx, input), { limit: mostRows + 1 })
  if (rows.length === 0) throw problems('list_empty')
  if (rows.length > mostRows) throw problems('list_too_long', { limit: mostRows })
  const prospects = await viewProspects(ctx, rows)
  const sum = (of: (one: ProspectView) => number) => prospects.reduce((total, one) => total + of(one), 0)
  const bytes = await writeSheet({
    name: words.name,
    title: [words.title(input.view), words.madeOn(ctx.today)],
    columns: words.columns.map((header, place) => ({
      header,
      width: widths[place]!,
      kind: place === 0 ? 'number' : money.includes(place) ? 'money' : 'text',
    })),
    rows: prospects.map((prospect, place) => [place + 1, ...cellsOf(prospect)]),
    totals: [
      [
        null,
        words.total,
        words.people(prospects.length),
        ...Array.from({ length: 7 }, () => null),
        sum(({ before }) => before),
        sum(({ after }) => after),
        sum(({ delayCost }) => delayCost),
      ],
    ],
  })
  return new File([bytes], `${words.fileName(input.view, ctx.today)}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

function cellsOf(prospect: ProspectView) {
  const { person, area, village, benefit, kind, month, causes, deadline, lacking, followUps } = prospect
  const [last] = followUps
  return [
    person.name,
    formatBirth(person.born, person.bornPrecision),
    area.name,
    village,
    person.phone,
    wordsVi.benefit[benefit],
    wordsVi.kind[kind],
    formatMonth(month),
    sayCauses(wordsVi, causes),
    prospect.before,
    prospect.after,
    prospect.delayCost,
    deadline ? formatDay(deadline.by) : null,
    lacking.map((lack) => wordsVi.lack[lack]).join('; '),
    [
      prospect.file && words.inHand(prospect.file.code),
      prospect.waiting && words.waiting,
      last && [words.done[last.outcome], last.assignee, last.note, last.by].filter(Boolean).join(', '),
    ]
      .filter(Boolean)
      .join('; ') || null,
  ]
}
