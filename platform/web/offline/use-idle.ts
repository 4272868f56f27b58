import { useEffect } from 'react'

/** After so long without a touch a list locks itself: a device is laid down and forgotten. */
const idleMinutes = 10

/** Does something once nobody has touched the page for a while. */
export function useIdle(isActive: boolean, onIdle: () => void) {
  useEffect(() => {
    if (!isActive) return
    let timer = setTimeout(onIdle, idleMinutes * 60_000)
    const touch = () => {
      clearTimeout(timer)
      timer = setTimeout(onIdle, idleMinutes * 60_000)
    }
    window.addEventListener('pointerdown', touch)
    window.addEventListener('keydown', touch)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', touch)
      window.removeEventListener('keydown', touch)
    }
  }, [isActive, onIdle])
}
