/** Lets the page answer its reader before work goes on: a phone that is busy for long feels broken. */
export function breathe(): Promise<void> {
  if ('scheduler' in globalThis && 'yield' in scheduler) return scheduler.yield()
  return new Promise((resolve) => setTimeout(resolve))
}

/** The page stands before its reader: on a thin line no program may be fetched that would hold it up. */
export function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve()
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/** Does something once the page has nothing else to do; told how many milliseconds are left until it will have. */
export function whenIdle(work: (left: () => number) => void) {
  if ('requestIdleCallback' in window) requestIdleCallback((deadline) => work(() => deadline.timeRemaining()))
  else setTimeout(() => work(() => 0), 50)
}
