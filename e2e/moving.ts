import type { PlaywrightWorkerArgs } from '@playwright/test'
import { todayInVietnam } from '#kernel/civil-date'
import { colleague } from './colleagues.ts'
import { draftAndSign, givenAllowance } from './given.ts'

/** Somebody whose allowance is signed today, and who moves to the other commune of the demonstration the same day. */
export const moving = { fullName: 'Ngụy Thị Biệt', born: '1977-08-15' } as const

/** What both communes do when somebody moves from Xã Tam Sơn to Xã Sông Lô: each drafts, and each signs. */
export async function moveAway(
  playwright: PlaywrightWorkerArgs['playwright'],
  baseURL: string,
  { attempt }: { readonly attempt: number },
) {
  const at = (username: string) => colleague(playwright, baseURL, username)
  const [officer, chair, administrator] = [await at('canbo'), await at('chutich'), await at('quantri')]
  const personId = await givenAllowance({ officer, chair }, moving)
  type Area = { id: number; name: string; within: string[]; today: { id: number } }
  const found = await administrator.get<Area[]>(`/areas?q=${encodeURIComponent('xã sông lô')}`)
  const songLo = found.find(({ id, within, today }) => id === today.id && within.includes('Tỉnh Phú Thọ'))
  const areaId = songLo!.id // The journey by hand finds it by the same words.
  const there = async (role: string) => {
    const username = `songlo.${attempt}.${role.replace('commune_', '')}`
    await administrator.post('/users', {
      name: 'Triệu Thị Hiền',
      username,
      password: 'an-sinh-2026',
      role,
      areaId,
    })
    return at(username)
  }
  const next = { officer: await there('commune_officer'), chair: await there('commune_chair') }
  const { fullName, born } = moving
  const { id } = await next.officer.ask<{ id: string }>('/applications', {
    procedure: 'residence_transfer',
    channel: 'counter',
    areaId,
    personId: null,
    subject: { fullName, sex: 'female', born },
    requestId: crypto.randomUUID(),
  })
  const { areaId: otherAreaId } = await officer.get<{ areaId: number }>('/me')
  const accept = { version: 1, action: 'accept', otherAreaId, requestId: crypto.randomUUID() }
  const { version } = await next.officer.ask<{ version: number }>(`/applications/${id}/actions`, accept)
  await officer.post(`/applications/${id}/person`, { version, personId, requestId: crypto.randomUUID() })
  const movedOn = todayInVietnam()
  await draftAndSign(
    id,
    { officer, chair },
    { action: 'sign', kind: 'transfer', detail: { kind: 'transfer', movedOn } },
  )
  await draftAndSign(id, next, { action: 'propose', kind: 'transfer' })
}
