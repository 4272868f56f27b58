import { areaAt, getArea } from '#modules/geography'
import { listResidents } from '#modules/people'
import type { Ctx } from '#platform/server/context'

const columns = [
  'number',
  'former_number',
  'full_name',
  'sex',
  'born',
  'born_precision',
  'died_on',
  'area',
  'village',
  'address',
  'household',
] as const
const atOnce = 5000
const first = '00000000-0000-0000-0000-000000000000'

/** The people of the register as a list that a population register for trials begins with, in pieces of CSV. */
export async function* exportResidents(
  request: <Result>(work: (ctx: Ctx) => Promise<Result>) => Promise<Result>,
): AsyncGenerator<string> {
  yield `${columns.join(',')}\n`
  for (let after = first; ;) {
    const { text, last } = await request((ctx) => pieceAfter(ctx, after))
    if (last === undefined) return
    yield text
    after = last
  }
}

async function pieceAfter(ctx: Ctx, after: string) {
  const residents = await listResidents(ctx, { after, most: atOnce })
  const now = await areaAt(
    ctx,
    residents.map(({ areaId }) => areaId),
    ctx.today,
  )
  const codes = new Map<number, string>()
  for (const id of new Set(now.values())) codes.set(id, (await getArea(ctx, id)).code)
  const lines = residents
    .filter(({ number, formerNumber }) => number !== null || formerNumber !== null)
    .map((one) =>
      [
        one.number,
        one.formerNumber,
        one.fullName,
        one.sex,
        one.born,
        one.bornPrecision,
        one.diedOn,
        codes.get(now.get(one.areaId) ?? one.areaId),
        one.village,
        one.address,
        one.household,
      ]
        .map(cell)
        .join(','),
    )
  return { text: lines.map((line) => `${line}\n`).join(''), last: residents.at(-1)?.id }
}

const cell = (value: string | null | undefined) =>
  value && /[",\n]/.test(value) ? `"${value.replaceAll('"', '""').replaceAll('\n', ' ')}"` : (value ?? '')
