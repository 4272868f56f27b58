import type { KeyboardEvent } from 'react'

/**
 * [ and ] step by month while the focus is inside, but never in a box one types in. The key is told by its place on the
 * keyboard: with Telex on, it writes ư and ơ.
 */
export function monthKeys(step: (months: 1 | -1) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const { code, isComposing } = event.nativeEvent
    const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select')
    if (isTyping || isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (code !== 'BracketLeft' && code !== 'BracketRight') return
    event.preventDefault()
    step(code === 'BracketLeft' ? -1 : 1)
  }
}
