import { readFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import { permissions, roleNames, roles } from '#modules/identity'
import type { Endpoint } from '#platform/contract/endpoint'
import { anonymous, type Ctx } from '#platform/server/context'
import { httpApp } from '#platform/server/http'
import { test } from '#testing/world'
import { routes } from './routes.ts'
import { listOperations, printPermissionMatrix } from './operations.ts'

const operations = listOperations()
const guarded = operations.filter(({ permission }) => permission !== 'public')

test('docs/permissions.md is what the program does', async () => {
  const printed = await readFile(new URL('../docs/permissions.md', import.meta.url), 'utf8')
  expect(plain(printed), 'run: npx ansinh docs').toBe(plain(printPermissionMatrix()))
})

test('every permission an operation needs is one that exists', () => {
  const needed = new Set(guarded.map(({ permission }) => permission))
  expect([...needed].filter((permission) => !Object.hasOwn(permissions, permission))).toEqual([])
})

test('every operation can be done by somebody', () => {
  const held = new Set<string>(roleNames.flatMap((role) => roles[role].permissions))
  expect(guarded.filter(({ permission }) => !held.has(permission))).toEqual([])
})

test('what anybody may ask of us without signing in is limited', () => {
  const unlimited = Object.entries(routes).filter(([name, procedure]) => {
    const { meta } = procedure['~orpc'] as unknown as Endpoint['~orpc'] // serve() makes routes of endpoints only.
    return meta.permission === 'public' && !meta.limits?.length && name !== 'listDemoAccounts'
  })
  expect(unlimited).toEqual([])
})

test('nobody both drafts and signs a decision', () => {
  const both = roleNames.filter((role) => {
    const held = new Set<string>(roles[role].permissions)
    return held.has('applications.handle') && held.has('applications.sign')
  })
  expect(both).toEqual([])
})

test('nobody both prepares and approves', () => {
  const both = roleNames.filter((role) => {
    const held = new Set<string>(roles[role].permissions)
    return held.has('payroll.prepare') && held.has('payroll.approve')
  })
  expect(both).toEqual([])
})

test('whoever manages accounts sees nobody’s data', () => {
  const managing = roleNames.filter((role) => new Set<string>(roles[role].permissions).has('identity.manage'))
  const seen = managing
    .flatMap((role) => roles[role].permissions)
    .filter((held) => /^(people|entitlement|payroll|outreach|applications)\./.test(held))
  expect(managing).not.toEqual([])
  expect(seen).toEqual([])
})

test('what is open to everybody is known', () => {
  const open = operations.filter(({ permission }) => permission === 'public').map(({ name }) => name)
  expect(open.toSorted()).toEqual([
    'answerPaperRequest',
    'downloadOwnDocument',
    'fileAppeal',
    'getChallenge',
    'listDemoAccounts',
    'listPosted',
    'listProcedures',
    'listPublicFacilities',
    'openDraft',
    'openFeedback',
    'replyToFeedback',
    'saveDraft',
    'sendFeedback',
    'submitOnline',
    'trackApplication',
    'uploadPaper',
    'verifyDocument',
    'withdrawApplication',
  ])
})

describe('every operation needs its permission', () => {
  test.for(guarded)('$name: nobody signed in is refused', async ({ name }) => {
    expect(await call(name, anonymous)).toBe('sign_in_needed')
  })

  test.for(guarded)(
    '$name: whoever has every other permission is refused',
    async ({ name, permission }, { world }) => {
      const others = Object.keys(permissions).filter((other) => other !== permission)
      expect(await call(name, { ...world.ctx.actor, permissions: new Set(others) })).toBe('forbidden')
    },
  )

  test.for(guarded)(
    '$name: with the permission alone it is not the permission that is missing',
    async (operation, { world }) => {
      const actor = { ...world.ctx.actor, permissions: new Set([operation.permission]) }
      expect(['sign_in_needed', 'forbidden']).not.toContain(await call(operation.name, actor))
    },
  )
})

/** Calls the operation itself with an actor and no database: past the check of the permission nothing works. */
async function call(name: string, actor: Ctx['actor']): Promise<string> {
  const ctx = { actor, audit: () => {} } as unknown as Ctx // There is nothing else to reach.
  const app = httpApp(
    { operation: withoutInput(name) },
    {
      respondTo: () => (work) => work(ctx),
      onIncident: () => 'AS-TEST',
    },
  )
  const { method, path } = operations.find((operation) => operation.name === name)!
  const response = await app.request(`http://localhost/api${path.replaceAll(/[{}]/g, '')}`, { method })
  return response.ok ? 'done' : ((await response.json()) as { code: string }).code
}

/** The operation as it is served, with its input taken as it comes, so that no refusal is about the input. */
function withoutInput(name: string) {
  const procedure = routes[name as keyof typeof routes]
  const { inputSchema: _any, ...definition } = procedure['~orpc']
  return new (procedure.constructor as new (definition: object) => typeof procedure)(definition)
}

/** The formatter pads the columns of tables. */
function plain(table: string) {
  return table.replaceAll(/ +/g, ' ').replaceAll(/-+/g, '-').trim()
}
