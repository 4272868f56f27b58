import { expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import * as files from '../../applications/contract.ts'
import { awardsOf, sign } from '../../applications/testing.ts'
import { ask, decide, deskOf, givenRecipient } from '../testing.ts'

test('a death that was none ends the files that were opened for it, and they are opened anew where it was true after all', async ({
  world,
}) => {
  const { officer, chair } = await deskOf(world)
  const personId = await givenRecipient(world)
  const told = async (change: Parameters<typeof ask>[2]) => {
    await decide(chair, await ask(officer, personId, change), 'approve')
    for (let round = 0; round < 3; round++) await world.deliver()
    return openFiles(officer)
  }
  const death = { kind: 'death', diedOn: civilDate('2026-11-08') } as const
  const opened = await told(death)
  expect(procedures(opened)).toEqual(['funeral_support', 'termination'])

  expect(await told({ kind: 'alive' })).toEqual([])
  for (const { id } of opened) {
    const file = await officer.call(files.getApplication, { id })
    expect(file).toMatchObject({ outcome: 'withdrawn' })
    expect(file.events.at(-1)?.detail).toMatchObject({ reason: expect.stringContaining('còn sống') })
    expect(file.proposal?.state ?? 'withdrawn').toBe('withdrawn')
  }

  const again = await told(death)
  expect(procedures(again)).toEqual(['funeral_support', 'termination'])
  const stop = await chair.call(files.getApplication, {
    id: again.find(({ procedure }) => procedure === 'termination')!.id,
  })
  await sign(chair, stop.proposal!.id)
  expect(await awardsOf(world, personId)).toMatchObject([{ closeReason: 'died' }])
})

async function openFiles(officer: World) {
  return (await officer.call(files.listApplications, {})).rows.filter(({ outcome }) => outcome === null)
}

const procedures = (open: Awaited<ReturnType<typeof openFiles>>) =>
  open.map(({ procedure }) => procedure).toSorted()
