import type { PublicProcedure } from '#modules/applications/contract'
import type { Html } from '../pages/html.ts'

/** Asked for as a whole: which procedure somebody reads about is told nobody. */
let asked: Promise<readonly PublicProcedure[]> | undefined

/** Draws the steps of the result with what the procedures say; without a network they stay as they could be said without. */
export async function showSteps(main: HTMLElement, drawn: (procedures: readonly PublicProcedure[]) => Html) {
  asked ??= fetch('/api/portal/procedures').then(async (response) => {
    if (!response.ok) throw new Error(`The list of procedures was answered with ${response.status}`)
    return (await response.json()) as readonly PublicProcedure[] // The contract says so.
  })
  try {
    const procedures = await asked
    const place = main.querySelector('[data-steps]')
    if (place) place.innerHTML = String(drawn(procedures))
  } catch {
    asked = undefined // Asked for anew by the next result.
  }
}
