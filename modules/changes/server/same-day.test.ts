import { describe, expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { membersNow, summariesOf } from '#modules/people'
import { test, type World } from '#testing/world'
import { givenPerson } from '../../entitlement/testing.ts'
import { ask, decide, deskOf, givenHousehold, tamSon, thoTang } from '../testing.ts'

const from = civilDate('2026-11-10')

/** What was decided last of a day counts from that day on; what cannot follow is refused, and nothing of it is written. */
describe('two contrary steps of one day', () => {
  test('moved away and back again, whoever it was lives where they did, and moves later all the same', async ({
    world,
  }) => {
    const [here, there] = [await deskOf(world), await deskOf(world, thoTang)]
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    await decide(
      here.chair,
      await ask(here.officer, personId, { kind: 'move', areaId: thoTang, from }),
      'approve',
    )
    const homeNow = async () => (await summariesOf(world.ctx, [personId])).get(personId)?.homeAreaId
    expect(await homeNow()).toBe(thoTang)
    const back = { kind: 'move', areaId: tamSon, from } as const
    await decide(there.chair, await ask(there.officer, personId, back), 'approve')
    expect(await homeNow()).toBe(tamSon)
    const again = { kind: 'move', areaId: thoTang, from: civilDate('2026-11-11') } as const
    await decide(here.chair, await ask(here.officer, personId, again), 'approve')
    expect(await homeNow()).toBe(thoTang)
  })

  test('a head named twice is the one who was named last, and there is one on every day', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const { head, one, other, members } = await givenThree(world)
    const become = async (personId: string) => {
      const change = { kind: 'change_head', formerHeadBecomes: 'thành viên', from } as const
      await decide(chair, await ask(officer, personId, change), 'approve')
    }
    await become(one)
    await become(other)
    expect(await members()).toEqual({ [head]: false, [one]: false, [other]: true })
    await become(head)
    expect(await members()).toEqual({ [head]: true, [one]: false, [other]: false })
  })

  test('a member taken in and away again leaves the household as it was', async ({ world }) => {
    const { officer, chair } = await deskOf(world)
    const { head, one, other, householdId, members } = await givenThree(world)
    const guest = await givenPerson(world.ctx, { areaId: tamSon })
    const take = async (change: Parameters<typeof ask>[2]) =>
      decide(chair, await ask(officer, guest, change), 'approve')
    await take({ kind: 'add_member', householdId, relationToHead: 'cháu', from })
    expect(Object.keys(await members())).toContain(guest)
    await take({ kind: 'remove_member', from })
    expect(await members()).toEqual({ [head]: true, [one]: false, [other]: false })
    expect(await membersNow(world.ctx, { personIds: [guest] })).toMatchObject([
      { personId: guest, isHead: true },
    ])
  })

  test('asked for side by side, neither is decided before the other is settled, and nothing is half done', async ({
    world,
  }) => {
    const { officer, chair } = await deskOf(world)
    const { head, one, other, members } = await givenThree(world)
    const change = { kind: 'change_head', formerHeadBecomes: 'thành viên', from } as const
    const [first, second] = [await ask(officer, one, change), await ask(officer, other, change)]
    for (const id of [first, second])
      await expect(decide(chair, id, 'approve')).rejects.toThrow('changes.conflicting_request')
    expect(await members()).toEqual({ [head]: true, [one]: false, [other]: false })
    await decide(chair, second, 'reject', 'Hai đề nghị trái nhau')
    await decide(chair, first, 'approve')
    expect(await members()).toEqual({ [head]: false, [one]: true, [other]: false })
  })
})

/** A head, and two of whom either could be one. */
async function givenThree(world: World) {
  const people = [1, 2, 3].map(() => givenPerson(world.ctx, { areaId: tamSon }))
  const [head, one, other] = (await Promise.all(people)) as [string, string, string]
  const householdId = await givenHousehold(world, head, one, other)
  const members = async () =>
    Object.fromEntries(
      (await membersNow(world.ctx, { householdIds: [householdId] })).map(({ personId, isHead }) => [
        personId,
        isHead,
      ]),
    )
  return { head, one, other, householdId, members }
}
