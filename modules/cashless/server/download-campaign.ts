import { formatBirth } from '#kernel/written'
import type { Ctx } from '#platform/server/context'
import { writeSheet } from '#platform/server/sheets'
import type { CampaignFilter, CampaignRow } from '../contract.ts'
import { listEntries } from '../db/campaign.ts'
import { problems } from '../domain/problems.ts'
import { viewEntries, wantedOf } from './campaign.ts'
import { sheetWords as words } from './messages.vi.ts'

const mostRows = 5000
const widths = [6, 28, 12, 8, 20, 18, 18, 16, 28, 20, 24, 40, 24]

/** The list as Excel, for whoever goes from house to house; with columns left to write in. */
export async function downloadCampaign(ctx: Ctx, filter: CampaignFilter & { areaId: number }): Promise<File> {
  const entries = await listEntries(ctx, await wantedOf(ctx, filter), { limit: mostRows + 1 })
  if (entries.length === 0) throw problems('list_empty')
  if (entries.length > mostRows) throw problems('list_too_long', { limit: mostRows })
  const rows = await viewEntries(ctx, entries)
  const bytes = await writeSheet({
    name: words.name,
    title: [words.title, words.madeOn(ctx.today), words.right],
    columns: words.columns.map((header, place) => ({
      header,
      width: widths[place]!,
      kind: place === 0 ? 'number' : 'text',
    })),
    rows: rows.map((row, place) => [place + 1, ...cellsOf(row)]),
    totals: [],
  })
  return new File([bytes], `${words.fileName(ctx.today)}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}

function cellsOf({
  person,
  area,
  village,
  disability,
  way,
  relative,
  standing,
  assignee,
  visits,
}: CampaignRow) {
  const [last] = visits
  return [
    person.name,
    formatBirth(person.born, person.bornPrecision),
    words.sexes[person.sex],
    area.name,
    village,
    words.disabilities[disability],
    person.phone,
    relative && `${relative.name} ${relative.phone}`,
    words.ways[way],
    words.standings[standing],
    last
      ? [words.outcomes[last.outcome], last.reason && words.reasons[last.reason], last.note]
          .filter(Boolean)
          .join(': ')
      : null,
    assignee,
  ]
}
