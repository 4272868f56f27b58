/** Whether a button, a finger or a pen is down: what is pressed must stay under it. */
let isDown = false

if (typeof document !== 'undefined') {
  document.addEventListener('pointerdown', () => (isDown = true), true)
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(end, () => (isDown = false), true)
}

/**
 * Does what moves the page only once the press is over that caused it. Whoever leaves a box by pressing something would see it
 * slip away from under the pointer, and the press would go beside.
 */
export function afterPress(act: () => void) {
  // A press is over with its click, which comes in the same turn as the pointer goes up.
  if (!isDown) return void setTimeout(act)
  const end = () => {
    document.removeEventListener('pointerup', end, true)
    document.removeEventListener('pointercancel', end, true)
    setTimeout(act)
  }
  document.addEventListener('pointerup', end, true)
  document.addEventListener('pointercancel', end, true)
}
