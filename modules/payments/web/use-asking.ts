import { useState } from 'react'

/** What a page asks just now, one dialog at a time, and what it says was done when the last has closed. */
export function useAsking<Asked>() {
  const [asking, ask] = useState<Asked>()
  const [said, say] = useState<string>()
  const close = () => ask(undefined)
  const done = (what: string) => {
    close()
    say(what)
  }
  return { asking, ask, close, said, done }
}
