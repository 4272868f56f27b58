import { areaIdsWithin, areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { pageSize, type FindingPage, type FindingView, type RuleId } from '../contract.ts'
import { listDueAmong } from '../db/due.ts'
import { countByArea, listRows, type FindingRow } from '../db/list.ts'
import { readLook } from './last-look.ts'

type Asked = {
  readonly rule: RuleId
  readonly areaId?: number | undefined
  readonly show: 'open' | 'excepted'
  readonly page: number
}

/** One page of those who break a rule, and how many there are in each unit. */
export async function listFindings(ctx: Ctx, { rule, areaId, show, page }: Asked): Promise<FindingPage> {
  const areaIds = areaId === undefined ? undefined : await areaIdsWithin(ctx, areaId)
  const counts = await countByArea(ctx, { rule, show })
  const excepted = await countByArea(ctx, { rule, show: 'excepted', areaIds })
  const names = await areaNames(
    ctx,
    counts.map((one) => one.areaId),
  )
  const total = counts
    .filter((one) => !areaIds || areaIds.includes(one.areaId))
    .reduce((sum, { people }) => sum + people, 0)
  const rows = await listRows(
    ctx,
    { rule, areaIds, show },
    { limit: pageSize, offset: (page - 1) * pageSize },
  )
  return {
    rows: await viewFindings(ctx, rows),
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    total,
    excepted: excepted.reduce((sum, { people }) => sum + people, 0),
    areas: counts
      .map(({ areaId: id, people, monthly }) => ({
        area: { id, name: names.get(id) ?? '' },
        people,
        monthly,
      }))
      .toSorted((one, other) => other.people - one.people || one.area.id - other.area.id),
    lookedAt: (await readLook(ctx))?.lookedAt ?? null,
  }
}

/** The rows as people read them; of somebody out of sight it is only said that there is somebody. */
async function viewFindings(ctx: Ctx, rows: readonly FindingRow[]): Promise<FindingView[]> {
  const people = await summariesOf(
    ctx,
    rows.flatMap(({ personId, otherId }) => (otherId === null ? [personId] : [personId, otherId])),
  )
  const due = await listDueAmong(
    ctx,
    rows.map(({ personId }) => personId),
  )
  const names = await areaNames(
    ctx,
    rows.flatMap(({ areaId, detail }) => (detail.paidIn === undefined ? [areaId] : [areaId, detail.paidIn])),
  )
  return rows.flatMap((row) => {
    const person = people.get(row.personId)
    // Whoever moved away since the last look is on another office’s list in a moment.
    if (!person) return []
    const other = row.otherId === null ? undefined : people.get(row.otherId)
    const { areaId, since, detail, monthly, exceptionId } = row
    return {
      person: {
        id: person.id,
        name: person.fullName,
        born: person.born,
        bornPrecision: person.bornPrecision,
        sex: person.sex,
      },
      area: { id: areaId, name: names.get(areaId) ?? '' },
      village: person.homeVillage,
      other: other ? { id: other.id, name: other.fullName, diedOn: other.diedOn } : null,
      since,
      detail,
      paidIn: detail.paidIn === undefined ? null : (names.get(detail.paidIn) ?? null),
      monthly,
      exception: exceptionId === null ? null : exceptionOf(row),
      isBeingChecked: due.has(row.personId),
    }
  })
}

function exceptionOf({ exceptionId, reason, until, exceptedAt, exceptedBy }: FindingRow) {
  return {
    id: exceptionId as NonNullable<FindingView['exception']>['id'], // The database made it a uuid.
    reason: reason!, // Every exception has one, and a day and a name; the columns are empty only where there is none.
    until,
    at: exceptedAt!,
    by: exceptedBy!,
  }
}
