import { useSyncExternalStore } from 'react'

let isReached = true
const listeners = new Set<() => void>()

/** Fetches, and remembers whether the server was there to answer; whatever it answered, it was. */
export async function fetchAndTell(request: Request): Promise<Response> {
  try {
    const response = await fetch(request)
    tell(true)
    return response
  } catch (error) {
    if (error instanceof TypeError) tell(false) // Not where somebody else gave the request up.
    throw error
  }
}

/** Whether the server answered the last time it was asked. */
export function useIsReached(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isReached,
  )
}

function tell(now: boolean) {
  if (now === isReached) return
  isReached = now
  for (const listener of listeners) listener()
}
