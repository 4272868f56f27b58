/** «Thoát nhanh»: the page is gone at once, by the button or by Shift three times. */
export function offerLeaving() {
  let presses: number[] = []
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('[data-leave]') : null
    if (!link) return
    event.preventDefault()
    leave(link)
  })
  document.addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    const link = document.querySelector<HTMLAnchorElement>('[data-leave]')
    if (!link || repeat) return
    presses = key === 'Shift' ? [...presses, timeStamp].slice(-3) : []
    if (presses.length === 3 && presses[2]! - presses[0]! < 2000) leave(link)
  })
  // Coming back finds the first page, not the one that was left.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && document.querySelector('[data-leave]')) location.reload()
  })
}

function leave({ href }: HTMLAnchorElement) {
  document.body.hidden = true
  location.replace(href)
}
