import { expect, type Page } from '@playwright/test'
import { addMonths, monthOf, todayInVietnam } from '#kernel/civil-date'
import { formatMonth } from '#kernel/written'
import type { Colleague, Envelope } from '../colleagues.ts'

/** The month that is paid: the next one, which no list is there for. */
export const next = addMonths(monthOf(todayInVietnam()), 1)

/** The same as it is written and read. */
export const month = formatMonth(next)

/** Opens the list of the month from the list of lists. */
export async function openRun(page: Page) {
  await page.goto('/nghiep-vu/ky-chi-tra')
  await page.getByRole('link', { name: month }).first().click()
  await expect(page.getByRole('heading', { name: `Kỳ chi trả ${month}` })).toBeVisible()
}

/** The envelopes of the month, and those for the dead among them. */
export async function envelopesOf(somebody: Colleague): Promise<Envelope[]> {
  const all = await somebody.get<Envelope[]>('/payment-envelopes')
  return all.filter((one) => one.month === next)
}

/** What stands over the page, whether it only asks or warns as well. */
export function dialogOn(page: Page) {
  return page.getByRole('alertdialog').or(page.getByRole('dialog'))
}

/** Presses a button, and once more in the dialog that asks whether that was meant. */
export async function pressTwice(page: Page, verb: string) {
  await page.getByRole('button', { name: verb }).click()
  await dialogOn(page).getByRole('button', { name: verb }).click()
}

/** A death ends money, so one asks for it and another decides. */
export async function recordDeath(personId: string, officer: Colleague, chair: Colleague) {
  const { id } = await officer.ask<{ id: string }>('/change-requests', {
    personId,
    change: { kind: 'death', diedOn: todayInVietnam() },
    evidence: { document: 'Trích lục khai tử', number: '15', issuedOn: todayInVietnam() },
    requestId: crypto.randomUUID(),
  })
  await chair.post(`/change-requests/${id}/decision`, { step: 'approve', requestId: crypto.randomUUID() })
}
