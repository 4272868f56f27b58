import { civilDate, type CivilDate } from '#kernel/civil-date'

export type CalendarDay = {
  readonly day: CivilDate
  readonly kind: 'holiday' | 'substitute' | 'worked'
  readonly name: string
  readonly certain: boolean
}

export const holidayNames = {
  newYear: 'Tết Dương lịch',
  tet: 'Tết Nguyên đán',
  hungKings: 'Giỗ Tổ Hùng Vương',
  victory: 'Ngày Chiến thắng 30/4',
  labour: 'Quốc tế Lao động 1/5',
  independence: 'Quốc khánh 2/9',
} as const
const { newYear, tet, hungKings, victory, labour, independence } = holidayNames
const culture = 'Ngày Văn hóa Việt Nam 24/11'

/**
 * Weekdays without work and Saturdays worked instead, as announced year by year; day/month. A `?` marks what is not yet
 * confirmed, `~` a day off in place of another.
 */
const announced: Readonly<Record<number, readonly (readonly [name: string, days: string])[]>> = {
  2021: [
    [newYear, '1/1'],
    [tet, '10/2 11/2 12/2 15/2 16/2'],
    [hungKings, '21/4'],
    [victory, '30/4'],
    [labour, '~3/5'],
    [independence, '2/9 3/9'],
  ],
  2022: [
    [newYear, '~3/1'],
    [tet, '31/1 1/2 2/2 3/2 4/2'],
    [hungKings, '~11/4'],
    [victory, '~2/5'],
    [labour, '~3/5'],
    [independence, '1/9 2/9'],
  ],
  2023: [
    [newYear, '~2/1'],
    [tet, '20/1 23/1 24/1 25/1 26/1'],
    [labour, '1/5 ~2/5 ~3/5'],
    [independence, '1/9 ~4/9'],
  ],
  2024: [
    [newYear, '1/1'],
    [tet, '8/2 9/2 12/2 13/2 14/2'],
    [hungKings, '18/4'],
    [victory, '~29/4 30/4'],
    [labour, '1/5'],
    [independence, '2/9 3/9'],
    ['Làm bù ngày 29/4', '+4/5'],
  ],
  2025: [
    [newYear, '1/1'],
    [tet, '27/1 28/1 29/1 30/1 31/1'],
    [hungKings, '7/4'],
    [victory, '30/4'],
    [labour, '1/5 ~2/5'],
    [independence, '1/9 2/9'],
    ['Làm bù ngày 2/5', '+26/4'],
  ],
  2026: [
    [newYear, '1/1 ~2/1'],
    [tet, '16/2 17/2 18/2 19/2 20/2'],
    [hungKings, '~27/4'],
    [victory, '30/4'],
    [labour, '1/5'],
    [independence, '~31/8 1/9 2/9'],
    [culture, '24/11?'],
    ['Làm bù ngày 2/1', '+10/1'],
    ['Làm bù ngày 31/8', '+22/8'],
  ],
  2027: [
    [newYear, '1/1?'],
    [tet, '4/2? 5/2? 8/2? 9/2? 10/2?'],
    [hungKings, '16/4?'],
    [victory, '30/4?'],
    [labour, '~3/5?'],
    [independence, '2/9? 3/9?'],
  ],
}

/** What the calendar of working days knows when an installation begins; years after it are expected until they are entered. */
export const publicHolidays: readonly CalendarDay[] = Object.entries(announced).flatMap(([year, groups]) =>
  groups.flatMap(([name, days]) =>
    days.split(' ').map((text): CalendarDay => {
      const [, sign, day, month, doubt] = /^([~+]?)(\d+)\/(\d+)(\??)$/.exec(text)!
      return {
        day: civilDate(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`),
        kind: sign === '+' ? 'worked' : sign === '~' ? 'substitute' : 'holiday',
        name,
        certain: doubt === '',
      }
    }),
  ),
)
