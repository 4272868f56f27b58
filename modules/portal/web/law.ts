import { monthOf, todayInVietnam } from '#kernel/civil-date'
import { engine } from '#modules/entitlement/engine'

/** Puts the law of the month together; the engine keeps it, so that the questions find it ready. */
export function openLaw() {
  const today = todayInVietnam()
  engine.lawIn(monthOf(today), today)
}
