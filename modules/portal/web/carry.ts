import { digitsOf } from '#modules/applications/engine'
import { portableIn, procedureFor } from '../domain/carry.ts'
import type { Interview } from '../domain/interview.ts'

/** Draws the code for the desk once somebody asks for it, and again with every answer they tick. */
export function offerCarrying(main: HTMLElement, interview: () => Interview) {
  const draw = async () => {
    const picture = main.querySelector('[data-qr]')
    if (!picture) return
    const chosen = new Set(
      [...main.querySelectorAll<HTMLInputElement>('[name=carry]:checked')].map(({ value }) => value),
    )
    const { default: encode } = await import('qr')
    picture.innerHTML = encode(addressOf(interview(), chosen), 'svg', { border: 4 })
  }
  main.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'carry') void draw()
  })
  // Opening a part is told to the part alone.
  main.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && 'carry' in target.dataset && target.open) void draw()
    },
    true,
  )
}

/** Behind the sign that no browser sends to a server. */
function addressOf(interview: Interview, chosen: ReadonlySet<string>): string {
  const facts = portableIn(interview)
    .filter(({ question }) => chosen.has(question))
    .reduce((all, { facts: some }) => ({ ...all, ...some }), {})
  const digits = digitsOf({ procedure: procedureFor(interview.known), facts })
  return `${location.origin}/nghiep-vu/tiep-nhan#${digits}`
}
