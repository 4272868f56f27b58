import { common as vi } from './messages.vi.ts'

const filesText = (count: string) => (count === '1' ? '1 file' : `${count} files`)

export const common: typeof vi = {
  section: 'Files',
  benefits: {
    monthly_allowance: 'monthly social allowance',
    social_pension: 'social pension',
    care_support: 'care support',
    parenting_support: 'support for raising small children',
    facility_care: 'care in a facility',
  },
  procedures: {
    monthly_allowance: 'Monthly social allowance',
    social_pension: 'Social pension',
    care_support: 'Care and foster support',
    funeral_support: 'Funeral support',
    temporary_care: 'Temporary care',
    disability_degree: 'Disability degree',
    facility_admission: 'Admission to a facility',
    emergency_admission: 'Emergency admission',
    facility_discharge: 'Discharge from a facility',
    emergency_relief: 'Emergency relief',
    emergency_death: 'Support after a death',
    emergency_housing: 'Emergency housing support',
    residence_transfer: 'Move of residence',
    suspension: 'Suspension',
    resumption: 'Resumption',
    termination: 'End of an award',
    conversion: 'Conversion of amounts',
  },
  channels: { counter: 'One-stop desk', post: 'Post', online: 'Online', home_visit: 'At home' },
  flags: {
    papers_missing: 'papers missing',
    duplicate: 'duplicate',
    unmatched: 'person not matched',
    confidential: 'confidential',
    facts_changed: 'facts changed',
    returned: 'returned',
  },
  clock: {
    left: (span) => `${span} left`,
    due: 'Due today',
    over: (span) => `${span} overdue`,
    paused: (day) => `Paused since ${day}: waiting for papers`,
    waiting: (day) => `Waits until the end of ${day}`,
    dueOn: (day) => `due ${day}`,
    dueAt: (moment) => `before ${moment}`,
    span: (unit, count) =>
      unit === 'working_days'
        ? `${count} working ${count === 1 ? 'day' : 'days'}`
        : unit === 'hours'
          ? count >= 60
            ? `${Math.floor(count / 60)} h ${count % 60} min`
            : `${count} min`
          : `${count} ${count === 1 ? 'day' : 'days'}`,
    ofStep: 'This step:',
    ofFile: 'The whole file:',
    notYet: 'clock not started',
    decided: 'decided',
    counting: 'How the days are counted',
    countingTitle: (law) => `Day by day · ${law}`,
    started: (day) => `The file was complete on ${day}; that day is not counted.`,
    endsOn: (count, day) => `The time is ${count}; the last day is ${day}.`,
    countedDay: (number) => `day ${number}`,
    off: 'off',
    paused1: 'paused',
    received: 'received',
    offDays: 'Days off in this time',
    expected: '(expected, not announced yet)',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    close: 'Close',
  },
  kinds: {
    grant: 'Grant',
    adjust: 'Adjustment',
    suspend: 'Suspension',
    resume: 'Resumption',
    stop: 'End',
    transfer: 'Move',
    convert: 'Conversion',
    support: 'One-off support',
    certify: 'Certificate',
    admit: 'Admission',
    discharge: 'Discharge',
    refuse: 'Refusal',
  },
  paper: vi.paper,
  home: {
    pressing: 'To be done now',
    nothingPressing: 'No file is due within two days.',
    all: (count) => `Queue: ${filesText(count)}`,
    of: {
      over: (count) => `${count} overdue`,
      unassigned: (count) => `${count} unassigned`,
      paused: (count) => `${count} waiting for papers`,
    },
    toSign: (count) => `To sign: ${count === '1' ? '1 decision' : `${count} decisions`}`,
    openSigning: 'Read and sign',
  },
}
