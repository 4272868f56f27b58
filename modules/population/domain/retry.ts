/** How long a register that did not answer is left alone, in seconds: one, two, four … at last ten minutes. */
export const rests = (tries: number) => Math.min(600, 2 ** Math.min(tries - 1, 10))

/** How often one run asks again before it leaves the rest to the next. */
export const mostTries = 5

/** A run waits no longer than this, in seconds: the next one will ask. */
export const longestWait = 120
