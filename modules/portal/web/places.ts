import { findPlaces, type Place } from '../domain/places.ts'
import type { Messages } from '../pages/messages.vi.ts'
import { placeChoices } from '../pages/place-choices.ts'

let asked: Promise<readonly Place[]> | undefined
let loaded: readonly Place[] = []

/** The places known so far, without waiting. */
export const knownPlaces = () => loaded

/** The whole list, asked for once: what is typed is looked up here and told nobody. */
export async function loadPlaces(t: Messages): Promise<readonly Place[]> {
  asked ??= fetch('/cong/noi-o.json').then(async (response) => {
    if (!response.ok) throw new Error(`The list of places was answered with ${response.status}`)
    return (await response.json()) as readonly Place[] // Our own server made it.
  })
  try {
    loaded = await asked
    return loaded
  } catch {
    // Without a network the list is asked for again, and the page says so meanwhile.
    asked = undefined
    const list = document.querySelector('[data-places]')
    if (list) list.textContent = t.screener.placeOffline
    return []
  }
}

/** Names as rows to press, while somebody types into the field of a place. */
export function suggestPlaces(main: HTMLElement, t: Messages, name: string) {
  main.addEventListener('input', (event) => {
    const field = event.target as HTMLInputElement
    if (!field.matches('[data-place]')) return
    void (async () => {
      const found = findPlaces(await loadPlaces(t), field.value)
      const list = main.querySelector('[data-places]')
      if (list && loaded.length > 0) list.innerHTML = String(placeChoices(t, found, name))
    })()
  })
}
