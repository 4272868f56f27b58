import { useEffect, useRef } from 'react'

/**
 * While something is open, «back» closes it and the page stays. Without a network the page before never comes, and what is
 * open behind a code would have to be unlocked again.
 */
export function useBackCloses(isOpen: boolean, close: () => void) {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    if (!isOpen) return
    const entry = crypto.randomUUID()
    let wentBack = false
    const onBack = () => {
      wentBack = true
      latest.current()
    }
    // The router keeps its place in the state of the entry: a copy of it is the same place once more.
    window.history.pushState({ ...window.history.state, carried: entry }, '')
    window.addEventListener('popstate', onBack)
    return () => {
      window.removeEventListener('popstate', onBack)
      // Closed by its own button: the entry goes, unless another page was opened over it.
      if (!wentBack && window.history.state?.carried === entry) window.history.back()
    }
  }, [isOpen])
}
