import { setTimeout as sleep } from 'node:timers/promises'
import type { EmbeddedPostgres } from './embedded-postgres.ts'
import type { Log } from './log.ts'

type Kept = {
  /** Whether the database can be asked now; false while it is started again. */
  readonly isThere: () => boolean
  readonly stop: () => void
}

/** How long after one try the next is made, in milliseconds: what is left of the old server needs a moment to go. */
const pauses = [0, 250, 500, 1_000, 2_000, 4_000, 8_000]
const lookEvery = 250
/** A server that dies so often within the time below will not stay alive by being started once more. */
const mostDeaths = 5
const within = 600_000

/** Starts the embedded server again when it dies under the program; says so when that does not help. */
export function keepPostgres(
  server: Pick<EmbeddedPostgres, 'isAlive' | 'revive'>,
  { log, onGone }: { log: Log; onGone: () => void },
): Kept {
  let isReviving = false
  let deaths: number[] = []
  const isThere = () => !isReviving && server.isAlive()

  const mend = async () => {
    const now = performance.now()
    deaths = [...deaths.filter((at) => now - at < within), now]
    log.error({ deaths: deaths.length }, 'The database process has died; starting it again')
    if (deaths.length <= mostDeaths)
      for (const [index, pause] of pauses.entries()) {
        await sleep(pause)
        if (await server.revive()) {
          log.warn({ tries: index + 1 }, 'The database is there again')
          return true
        }
        log.error({ tries: index + 1 }, 'The database process does not start')
      }
    return false
  }

  const timer = setInterval(() => {
    if (isReviving || server.isAlive()) return
    isReviving = true
    const giveUp = (error?: unknown) => {
      clearInterval(timer)
      log.fatal({ error }, 'The database cannot be started again')
      onGone()
    }
    mend().then((isBack) => {
      if (isBack) isReviving = false
      else giveUp()
    }, giveUp)
  }, lookEvery)
  // A program that ends for another reason is not kept from it.
  timer.unref()
  return { isThere, stop: () => clearInterval(timer) }
}
