import { expect } from 'vitest'
import { createUser } from '#modules/identity'
import { test, type World } from '#testing/world'
import { givenPerson, severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'

test('work is given to somebody of the area who may handle files, and to nobody else', async ({ world }) => {
  const { officer } = await staffOf(world)
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  const { id } = await officer.call(api.submitApplication, fileOf(personId))
  const colleague = await givenUser(world, 'minh', 'commune_officer')
  const chair = await givenUser(world, 'thanh', 'commune_chair')
  const give = (userId: string) =>
    officer.call(api.assignApplications, {
      ids: [id],
      assignee: { id: userId },
      requestId: crypto.randomUUID(),
    })
  await expect(give(chair)).rejects.toThrow('applications.assignee_unknown')
  await expect(give(crypto.randomUUID())).rejects.toThrow('applications.assignee_unknown')
  await give(colleague)
  expect(await officer.call(api.getApplication, { id })).toMatchObject({
    assignee: { id: colleague, name: 'Trần Văn Minh' },
  })
})

async function givenUser(world: World, username: string, role: 'commune_officer' | 'commune_chair') {
  const { userId } = await createUser(world.ctx, {
    name: 'Trần Văn Minh',
    username,
    password: 'mat khau rat dai 2026',
    role,
    areaId: tamSon,
  })
  return userId
}
