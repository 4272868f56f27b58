import { areaIdsWithin } from '#modules/geography'
import type { World } from '#testing/world'
import { givenRecipient, tamSon } from '../changes/testing.ts'
import * as api from './contract.ts'
import { drawUpPart } from './server/draw-up.ts'

const reading = ['review.read', 'people.read', 'changes.read']

/** Whoever works on the review of Tam Sơn: two officers, and the chair who decides what they ask for. */
export async function reviewersOf(world: World, areaId = tamSon) {
  const where = { areaId, areaIds: [...(await areaIdsWithin(world.ctx, areaId))] }
  const officer = (last: string, name: string) =>
    world.as({
      ...where,
      userId: `0197f000-0000-7000-8000-0000000000${last}`,
      name,
      can: [...reading, 'review.open', 'review.answer', 'changes.record'],
    })
  return {
    lan: officer('b1', 'Nguyễn Thị Lan'),
    phu: officer('b2', 'Lê Văn Phú'),
    chair: world.as({
      ...where,
      userId: '0197f000-0000-7000-8000-0000000000b3',
      name: 'Trần Văn Thành',
      can: [...reading, 'changes.approve', 'applications.sign'],
    }),
  }
}

/** A review of Tam Sơn, drawn up, with so many people on its list. */
export async function givenReview(world: World, people = 2) {
  const staff = await reviewersOf(world)
  const personIds: string[] = []
  for (let count = 0; count < people; count++) personIds.push(await givenRecipient(world))
  const { id: campaignId } = await staff.lan.call(api.openCampaign, {
    year: 2026,
    title: 'Rà soát năm 2026',
    from: '2026-11-01' as never,
    to: '2026-12-15' as never,
    areaIds: [tamSon],
    requestId: crypto.randomUUID(),
  })
  const [campaign] = await staff.lan.call(api.listCampaigns, {})
  const partId = campaign!.parts[0]!.id
  await drawUpPart(world.ctx, partId)
  return { ...staff, campaignId, partId, personIds }
}

export const look = (who: World, partId: string, filter: Partial<api.RowFilter> = {}) =>
  who.call(api.listRows, { id: partId, ...filter })

type Said = Partial<Omit<Parameters<typeof answerOf>[0], 'personId'>>

/** What somebody says of a person, as a device makes it. */
export function answerOf({
  personId,
  ...more
}: { personId: string } & Partial<Omit<api.NewAnswer, 'personId'>>): api.NewAnswer {
  return {
    id: crypto.randomUUID(),
    personId: personId as never,
    outcome: 'unchanged',
    changes: [],
    note: null,
    knew: 0,
    saidAt: '2026-11-23T02:00:00Z' as never,
    ...more,
  }
}

/** Says something at the desk, with the newest before one’s eyes. */
export async function say(who: World, partId: string, personId: string, said: Said = {}) {
  const { rows, readAt } = await look(who, partId)
  const row = rows.find((one) => one.personId === personId)!
  const { saidAt: _, ...answer } = answerOf({ personId, knew: row.knew, ...said })
  return who.call(api.answerRow, { ...answer, partId, seenAt: readAt })
}
