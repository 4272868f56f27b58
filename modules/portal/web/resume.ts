import { loadApplying } from './load-applying.ts'
import { inOwnLanguage } from './words.ts'

/** Whoever only chooses a procedure needs nothing of the program that goes on with one: it comes once the code is turned to. */
export function resumeHere(form: HTMLFormElement) {
  const load = () => Promise.all([loadApplying(), inOwnLanguage()])
  // Should the network be away for a moment, it is asked for again when the form is sent.
  form.addEventListener('focusin', () => void load().catch(onlyAway), { once: true })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void load().then(
      ([{ resume }, t]) => resume(t, form),
      (error: unknown) => {
        onlyAway(error)
        form.querySelector('[data-said]')!.textContent = form.dataset['away']!
      },
    )
  })
}

/** A program that cannot be fetched is a network that is not there; anything else is a mistake of ours. */
function onlyAway(error: unknown) {
  if (!(error instanceof TypeError)) throw error
}
