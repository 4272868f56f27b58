import { useEffect, useRef } from 'react'

/** Keys a page answers to, by what is pressed: `'F8'`, `'Shift F8'`, `'Ctrl Enter'`. */
export type Keys = Readonly<Record<string, () => void>>

/** Binds keys while the page is open; none while an input method is composing, and none under an open dialog. */
export function useKeys(keys: Keys) {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('[role=dialog], [role=alertdialog]')) return
      const held = [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift'].filter(Boolean)
      const act = latest.current[[...held, event.code].join(' ')]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
