import type { messages as vi } from './messages.vi.ts'

export const messages: typeof vi = {
  comparisons: { family: 'family name', middle: 'middle name', given: 'given name', surname: 'surname' },
  levels: {
    same: 'the same',
    sounds: 'sound alike',
    bare: 'the same, one without marks',
    marks: 'other marks',
    near: 'nearly the same',
    part: 'words missing on one side',
    moved: 'in another place',
    swapped: 'day and month swapped',
    year_known: 'the same year, one side knows no more',
    slip: 'one sign differs',
    year_off: 'a year off',
    lunar: 'apart as lunar and solar dates are',
    same_year: 'the same year, another day',
    near_year: 'years close together',
    successor: 'one unit since the merger',
    neighbour: 'within one unit above',
    close: 'very close',
    alike: 'partly alike',
    different: 'different',
  },
  unknown: 'not known on one side',
  verdicts: { sure: 'sure', possible: 'possible' },
  said: (what, level, values, points) => `${what}: ${level}${values} ${points}`,
}
