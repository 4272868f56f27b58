import type { PublicProcedure } from '#modules/applications/contract'
import type { Procedures } from '../domain/carry.ts'
import { bringPart } from '../pages/bring.ts'
import type { Messages } from '../pages/messages.vi.ts'

/** Asked for as a whole: which procedure somebody reads about is told nobody. */
let asked: Promise<readonly PublicProcedure[]> | undefined

/** Puts the papers into the result; without a network the page says to have the identity card ready, as it did. */
export async function showWhatToBring(t: Messages, main: HTMLElement, wanted: Procedures) {
  asked ??= fetch('/api/portal/procedures').then(async (response) => {
    if (!response.ok) throw new Error(`The list of procedures was answered with ${response.status}`)
    return (await response.json()) as readonly PublicProcedure[] // The contract says so.
  })
  try {
    const procedures = await asked
    const place = main.querySelector('[data-bring]')
    if (place) place.innerHTML = String(bringPart(t, wanted, procedures))
  } catch {
    asked = undefined // Asked for anew by the next result.
  }
}
