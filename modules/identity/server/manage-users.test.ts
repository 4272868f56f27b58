import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test, type World } from '#testing/world'
import {
  assignUser,
  changePassword,
  createUserAccount,
  endAssignment,
  getMe,
  listDemoAccounts,
  listUsers,
  lockUser,
  resetPassword,
  unlockUser,
} from '../contract.ts'
import { createUser } from './create-user.ts'
import { declareDemoAccounts } from './demo-accounts.ts'

const password = 'mật khẩu đủ dài'
const lan = {
  name: 'Nguyễn Thị Lan',
  username: 'lan.nt',
  password,
  role: 'commune_officer',
  areaId: 0,
} as const

describe('an administrator', () => {
  test('creates a user, who can sign in and sees who they are', async ({ world }) => {
    const admin = await givenAdministrator(world)
    const { id } = await admin.call(createUserAccount, { ...lan, name: '  Nguyễn   Thị  Lan ' })
    const me = await meOf(world, await signIn(world, lan.username, password))
    expect(me).toMatchObject({
      name: 'Nguyễn Thị Lan',
      role: 'commune_officer',
      areaId: 0,
      previousSignInAt: null,
      isDemonstration: false,
    })
    expect(me).toMatchObject({ permissions: expect.arrayContaining(['people.record', 'identity.self']) })
    const { rows } = await sql`
      select subject, details from audit.entry where action = 'identity.user_created'`.execute(world.ctx.db())
    expect(rows).toEqual([{ subject: id, details: { role: 'commune_officer', areaId: 0 } }])
  })

  test('locks an account: the open session ends and no new one begins, until it is opened again', async ({
    world,
  }) => {
    const admin = await givenAdministrator(world)
    const { id } = await admin.call(createUserAccount, lan)
    const session = await signIn(world, lan.username, password)
    await admin.call(lockUser, { id, reason: 'Nghỉ việc từ 01/12' })
    expect(await meOf(world, session)).toMatchObject({ code: 'sign_in_needed' })
    const refused = await attempt(world, lan.username, password)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ code: 'identity.account_locked' })
    await admin.call(unlockUser, { id })
    expect(await meOf(world, await signIn(world, lan.username, password))).toMatchObject({ name: lan.name })
  })

  test('gives another task: the earlier one is kept, the new one counts at once', async ({ world }) => {
    const admin = await givenAdministrator(world)
    const { id } = await admin.call(createUserAccount, lan)
    const session = await signIn(world, lan.username, password)
    await admin.call(assignUser, { id, role: 'payroll_approver', areaId: 0 })
    expect(await meOf(world, session)).toMatchObject({ role: 'payroll_approver' })
    const { rows } = await sql`select role, upper_inf(during) as open from identity.assignment
      where user_id = ${id} order by id`.execute(world.ctx.db())
    expect(rows).toEqual([
      { role: 'commune_officer', open: false },
      { role: 'payroll_approver', open: true },
    ])
  })

  test('takes the task away: the user may do nothing any more, and is still listed', async ({ world }) => {
    const admin = await givenAdministrator(world)
    const { id } = await admin.call(createUserAccount, lan)
    await admin.call(endAssignment, { id })
    const users = await admin.call(listUsers, { search: 'LAN' })
    expect(users).toMatchObject([{ id, role: null, areaName: null }])
  })

  test('gives a new password: the old one and the open sessions are over', async ({ world }) => {
    const admin = await givenAdministrator(world)
    const { id } = await admin.call(createUserAccount, lan)
    const session = await signIn(world, lan.username, password)
    await admin.call(resetPassword, { id, next: 'con trâu đi trước' })
    expect(await meOf(world, session)).toMatchObject({ code: 'sign_in_needed' })
    expect((await attempt(world, lan.username, password)).status).toBe(401)
    expect((await attempt(world, lan.username, 'con trâu đi trước')).status).toBe(200)
  })
})

describe('what an administrator cannot do', () => {
  test('change their own account', async ({ world }) => {
    const admin = await givenAdministrator(world)
    const id = admin.ctx.actor.userId as never // createUser gave it.
    for (const refused of [
      () => admin.call(lockUser, { id, reason: 'thử' }),
      () => admin.call(assignUser, { id, role: 'payroll_approver', areaId: 0 }),
      () => admin.call(resetPassword, { id, next: 'con trâu đi trước' }),
      () => admin.call(endAssignment, { id }),
    ])
      await expect(refused()).rejects.toThrow('identity.own_account')
  })

  test('lock out the last administrator', async ({ world }) => {
    const { id } = await givenUser(world, 'quantri', 'administrator')
    const other = world.as({ can: ['identity.manage'], userId: '0197f000-0000-7000-8000-0000000000ee' })
    for (const refused of [
      () => other.call(lockUser, { id, reason: 'thử' }),
      () => other.call(assignUser, { id, role: 'payroll_approver', areaId: 0 }),
      () => other.call(endAssignment, { id }),
    ])
      await expect(refused()).rejects.toThrow('identity.last_administrator')
    await givenUser(world, 'quantri2', 'administrator')
    await other.call(lockUser, { id, reason: 'Nghỉ việc' })
  })

  test('reach beyond their area', async ({ world }) => {
    const { id } = await givenUser(world, 'lan', 'commune_officer')
    const local = world.as({
      can: ['identity.manage'],
      areaId: 7,
      areaIds: [7],
      userId: '0197f000-0000-7000-8000-0000000000ee',
    })
    expect(await local.call(listUsers, {})).toEqual([])
    await expect(local.call(lockUser, { id, reason: 'thử' })).rejects.toThrow('identity.user_not_found')
    await expect(local.call(createUserAccount, lan)).rejects.toThrow('identity.area_unknown')
  })

  test('name a unit that does not exist, or a name that is taken', async ({ world }) => {
    const admin = await givenAdministrator(world)
    const nowhere = { ...lan, areaId: 999_999_999 }
    await expect(admin.call(createUserAccount, nowhere)).rejects.toThrow('identity.area_unknown')
    await admin.call(createUserAccount, lan)
    await expect(admin.call(createUserAccount, lan)).rejects.toThrow('identity.username_taken')
  })
})

describe('a password', () => {
  test('is changed by its owner, who stays signed in here and nowhere else', async ({ world }) => {
    await givenUser(world, 'lan', 'commune_officer')
    const here = await signIn(world, 'lan', password)
    const elsewhere = await signIn(world, 'lan', password)
    const changed = await change(world, here, { current: password, next: 'con trâu đi trước' })
    expect(changed.status).toBe(200)
    expect(await meOf(world, here)).toMatchObject({ role: 'commune_officer' })
    expect(await meOf(world, elsewhere)).toMatchObject({ code: 'sign_in_needed' })
  })

  test.for([
    ['the old one is wrong', 'không phải', 'con trâu đi trước', 'identity.password_wrong'],
    ['eleven characters', password, 'mười một kt', 'identity.password_too_short'],
    ['the name inside', password, 'xin chào lan 99', 'identity.password_contains_username'],
    ['it is the old one', password, password, 'identity.password_unchanged'],
    ['one everybody tries', password, 'matkhau123456', 'identity.password_common'],
    ['digits in a row', password, '123456789012', 'identity.password_common'],
    ['one letter over and over', password, 'aaaaaaaaaaaa', 'identity.password_common'],
  ] as const)('is refused: %s', async ([, current, next, code], { world }) => {
    await givenUser(world, 'lan', 'commune_officer')
    const session = await signIn(world, 'lan', password)
    expect(await (await change(world, session, { current, next })).json()).toMatchObject({ code })
  })
})

describe('signing in', () => {
  test('a wrong password says how many tries are left; a right one wipes them out', async ({ world }) => {
    await givenUser(world, 'lan', 'commune_officer')
    const remaining = async () =>
      ((await (await attempt(world, 'lan', 'sai')).json()) as { data: unknown }).data
    expect([await remaining(), await remaining()]).toEqual([{ remaining: 4 }, { remaining: 3 }])
    await signIn(world, 'lan', password)
    expect(await remaining()).toEqual({ remaining: 4 })
  })

  test('says nothing about whether the name exists', async ({ world }) => {
    await givenUser(world, 'lan', 'commune_officer')
    const known = await attempt(world, 'lan', 'sai')
    const unknown = await attempt(world, 'khong.co', 'sai')
    expect([unknown.status, await unknown.text()]).toEqual([known.status, await known.text()])
  })

  test('is in the trail, and so is being refused, without what was typed', async ({ world }) => {
    const { id } = await givenUser(world, 'lan', 'commune_officer')
    await attempt(world, 'lan', 'sai mật khẩu')
    await signIn(world, 'lan', password)
    const { rows } = await sql<Record<string, unknown>>`
      select action, user_id, subject from audit.entry order by sequence`.execute(world.ctx.db())
    expect(rows).toEqual([
      { action: 'identity.sign_in_refused', userId: null, subject: id },
      { action: 'identity.signed_in', userId: id, subject: id },
    ])
  })

  test('shows when it was last', async ({ world }) => {
    await givenUser(world, 'lan', 'commune_officer')
    await signIn(world, 'lan', password)
    const me = (await meOf(world, await signIn(world, 'lan', password))) as { previousSignInAt: string }
    expect(me.previousSignInAt).toMatch(/^\d{4}-\d\d-\d\dT/)
  })
})

test('accounts to try are offered by a demonstration only', async ({ world }) => {
  expect(await world.call(listDemoAccounts, {})).toEqual([])
  const accounts = [{ username: 'lan', name: 'Lan', role: 'commune_officer', password }] as const
  await declareDemoAccounts(world.ctx, accounts)
  expect(await world.call(listDemoAccounts, {})).toEqual(accounts)
})

test('one’s own account is described to nobody else', async ({ world }) => {
  await expect(world.as({ can: ['identity.self'] }).call(getMe, {})).rejects.toThrow(
    'identity.user_not_found',
  )
  await expect(
    world.as({ can: ['identity.self'] }).call(changePassword, { current: 'a', next: 'b' }),
  ).rejects.toThrow('identity.user_not_found')
})

async function givenUser(world: World, username: string, role: Parameters<typeof createUser>[1]['role']) {
  const { userId } = await createUser(world.ctx, { name: 'Ai Đó', username, password, role, areaId: 0 })
  return { id: userId as never } // The contract’s ids are branded.
}

async function givenAdministrator(world: World) {
  const { id } = await givenUser(world, 'quantri', 'administrator')
  return world.as({ can: ['identity.manage', 'identity.self'], userId: id })
}

function attempt(world: World, username: string, secret: string) {
  return world.send('/api/sign-in/sign-in/username', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost' },
    body: JSON.stringify({ username, password: secret }),
  })
}

async function signIn(world: World, username: string, secret: string) {
  const response = await attempt(world, username, secret)
  expect(response.status).toBe(200)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function meOf(world: World, cookie: string): Promise<unknown> {
  return (await world.send('/api/me', { headers: { cookie } })).json()
}

function change(world: World, cookie: string, passwords: { current: string; next: string }) {
  return world.send('/api/me/password', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost', cookie },
    body: JSON.stringify(passwords),
  })
}
