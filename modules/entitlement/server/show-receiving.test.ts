import { expect } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import { listReceiving } from '../contract.ts'
import { decided, givenPerson, severe, tamSon, thoTang } from '../testing.ts'
import { closeAwards } from './close-awards.ts'
import { grantAwards } from './grant-awards.ts'
import { refreshStandings } from './refresh-standings.ts'
import { suspendAward } from './suspend-award.ts'

const benefit = 'monthly_allowance'

const reader = (world: World) => world.as({ can: ['entitlement.read'], areaId: tamSon, areaIds: [tamSon] })

test('of people listed it is said who receives what this month, and of nobody out of sight', async ({
  world,
}) => {
  const { ctx } = world
  const receiving = await givenAwarded(tamSon)
  const suspended = await givenAwarded(tamSon)
  const stopped = await givenAwarded(tamSon)
  const undecided = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
  // Granted while the paper held; nobody has ended the award yet, and the law gives nothing for it any more.
  const recovered = await givenAwarded(tamSon, { ...severe, during: '[2020-01-01,2026-03-01)' })
  const far = await givenAwarded(thoTang)
  const today = civilDate('2026-11-03')
  await suspendAward(ctx, {
    personId: suspended,
    benefit,
    ground: 'not_collected',
    from: month('2026-11'),
    decision: decided(tamSon, { signedOn: today }),
  })
  await closeAwards(ctx, [
    {
      personId: stopped,
      benefit,
      reason: 'refused',
      lastMonth: month('2026-10'),
      decision: decided(tamSon, { signedOn: today }),
    },
  ])
  const personIds = [receiving, suspended, stopped, undecided, recovered, far]
  const told = await reader(world).call(listReceiving, { personIds })
  const nothing = { components: [], suspendedFrom: null }
  expect(new Map(told.map(({ personId, ...said }) => [personId, said]))).toEqual(
    new Map([
      [receiving, { components: ['allowance'], suspendedFrom: null }],
      [suspended, { components: [], suspendedFrom: '2026-11' }],
      [stopped, nothing],
      [undecided, nothing],
      [recovered, nothing],
    ]),
  )

  async function givenAwarded(areaId: number, fact = severe) {
    const personId = await givenPerson(ctx, { areaId, facts: [fact] })
    await refreshStandings(ctx)
    await grantAwards(ctx, [{ personId, benefit, decision: decided(areaId), from: month('2022-03') }])
    return personId
  }
})
