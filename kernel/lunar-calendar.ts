import { addDays, civilDate, type CivilDate } from './civil-date.ts'

/**
 * The lunar calendar of Viet Nam («âm lịch»): a month begins on the day of the new moon in the zone of Hanoi, the month of the winter
 * solstice is the eleventh, and of thirteen months between two of those the first without a principal term is a leap month. New
 * moons and the sun by J. Meeus, Astronomical Algorithms, chapters 49 and 25.
 */
export function lunarDate(year: number, month: number, day: number): CivilDate {
  const begins = monthsOf(year).get(month)
  if (begins === undefined) throw new RangeError(`There is no lunar month ${month}`)
  return dayNumbered(begins + day - 1)
}

/** By number, the first days of the months of the lunar year that begins within a year; leap months have no number. */
function monthsOf(year: number): ReadonlyMap<number, number> {
  const months = new Map<number, number>()
  // From the eleventh month before the year to the one after it there are two turns of the sun.
  for (const solstice of [year - 1, year]) {
    const first = newMoonBefore(solsticeIn(solstice))
    const next = newMoonBefore(solsticeIn(solstice + 1))
    const starts = [first]
    while (starts.at(-1)! < next) starts.push(newMoonAfter(starts.at(-1)!)) // Never empty.
    const leap =
      starts.length > 13 ? starts.findIndex((_, index) => index > 0 && !hasTerm(starts, index)) : -1
    let number = 10
    for (const [index, start] of starts.slice(0, -1).entries()) {
      if (index === leap) continue
      number += 1
      const own = ((number - 1) % 12) + 1
      // The eleventh and twelfth before the new year belong to the lunar year before.
      const isOfYear = solstice === year - 1 ? number > 12 : number <= 12
      if (isOfYear) months.set(own, start)
    }
  }
  return months
}

/** Whether the sun enters one of the twelve thirds of a sign within a month. */
function hasTerm(starts: readonly number[], index: number): boolean {
  return sectorOn(starts[index]!) !== sectorOn(starts[index + 1]!) // Asked for within the list, never of its last.
}

/** Which twelfth of its way the sun is in when a day begins in Hanoi. */
function sectorOn(day: number): number {
  return Math.floor(sunAt(beginningOf(day)) / 30)
}

/** The number of the day of the winter solstice in December of a year. */
function solsticeIn(year: number): number {
  let day = numberOf(civilDate(`${year}-12-18`))
  while (sunAt(beginningOf(day + 1)) < 270) day += 1
  return day
}

/** The last day through this one on which the moon was new. */
function newMoonBefore(day: number): number {
  let lunation = Math.ceil((day - 2451550) / synodic) + 1
  while (newMoon(lunation) > day) lunation -= 1
  return newMoon(lunation)
}

function newMoonAfter(day: number): number {
  let lunation = Math.floor((day - 2451550) / synodic) - 1
  while (newMoon(lunation) <= day) lunation += 1
  return newMoon(lunation)
}

const synodic = 29.530588861
const hanoi = 7 / 24
/** By how much dynamical time is ahead of the time of clocks, in days; it changes by seconds in decades. */
const ahead = 69 / 86_400
const turn = Math.PI / 180
const sine = (degrees: number) => Math.sin(degrees * turn)

/** The Julian day on which the moon is new in Hanoi; lunation 0 is that of January 2000. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const e = 1 - 0.002516 * t - 0.0000074 * t ** 2
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t ** 2 - 0.00000011 * t ** 3
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2 + 0.00001238 * t ** 3 - 0.000000058 * t ** 4
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2 - 0.00000227 * t ** 3 + 0.000000011 * t ** 4
  const ascending = 124.7746 - 1.56375588 * k + 0.0020672 * t ** 2 + 0.00000215 * t ** 3
  const periodic = perturbations.reduce(
    (sum, [size, ofSun, ofMoon, ofNode]) =>
      sum + size * e ** Math.abs(ofSun) * sine(ofSun * sun + ofMoon * moon + ofNode * node),
    -0.00017 * sine(ascending),
  )
  const planets = planetary.reduce(
    (sum, [size, start, speed], index) =>
      sum + size * 1e-6 * sine(start + speed * k - (index === 0 ? 0.009173 * t ** 2 : 0)),
    0,
  )
  const mean =
    2451550.09766 + synodic * k + 0.00015437 * t ** 2 - 0.00000015 * t ** 3 + 0.00000000073 * t ** 4
  return Math.floor(mean + periodic + planets - ahead + 0.5 + hanoi)
}

/** In days, and how often the anomalies of sun and moon and the argument of latitude go into each. */
const perturbations: readonly (readonly [size: number, sun: number, moon: number, node: number])[] = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
  [-0.00007, 2, 1, 0],
  [0.00004, 0, 2, -2],
  [0.00004, 3, 0, 0],
  [0.00003, 1, 1, -2],
  [0.00003, 0, 2, 2],
  [-0.00003, 1, 1, 2],
  [0.00003, -1, 1, 2],
  [-0.00002, -1, 1, -2],
  [-0.00002, 1, 3, 0],
  [0.00002, 0, 4, 0],
]

/** In millionths of a day. */
const planetary: readonly (readonly [size: number, start: number, speed: number])[] = [
  [325, 299.77, 0.107408],
  [165, 251.88, 0.016321],
  [164, 251.83, 26.651886],
  [126, 349.42, 36.412478],
  [110, 84.66, 18.206239],
  [62, 141.74, 53.303771],
  [60, 207.14, 2.453732],
  [56, 154.84, 7.30686],
  [47, 34.52, 27.261239],
  [42, 207.19, 0.121824],
  [40, 291.34, 1.844379],
  [37, 161.72, 24.198154],
  [35, 239.56, 25.513099],
  [23, 331.55, 3.592518],
]

/** The apparent longitude of the sun in degrees, to a hundredth. */
function sunAt(moment: number): number {
  const t = (moment - 2451545) / 36525
  const anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t ** 2
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t ** 2) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly)
  const longitude = 280.46646 + 36000.76983 * t + 0.0003032 * t ** 2 + centre
  const apparent = longitude - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t)
  return ((apparent % 360) + 360) % 360
}

/** The moment a day begins in Hanoi, as a Julian date of dynamical time. */
function beginningOf(day: number): number {
  return day - 0.5 - hanoi + ahead
}

const epoch = { day: 2440588, is: civilDate('1970-01-01') } as const

function dayNumbered(day: number): CivilDate {
  return addDays(epoch.is, day - epoch.day)
}

function numberOf(day: CivilDate): number {
  return epoch.day + Temporal.PlainDate.from(epoch.is).until(day).days
}
