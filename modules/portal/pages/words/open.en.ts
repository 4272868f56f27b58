import type { openVi } from './open.vi.ts'

export const openEn: typeof openVi = {
  amounts: {
    title: 'Amounts and procedures',
    intro: (month, law) => `Amounts for ${month}, by ${law}. The standard amount is`,
    perChild: 'each child',
    decree: 'document',
    once: 'Paid once',
    onceText: 'Of several funeral payments only the highest is given.',
    province: 'A province may set higher amounts.',
    procedures: 'Procedures',
    papers: 'Papers needed',
    noPapers: 'Only the declaration.',
    held: 'the State has it already, nothing to hand in',
    heldTitle: 'Not to be handed in, because the State has them',
    time: 'How long',
    days: {
      working_days: (count) => `${count} working days`,
      calendar_days: (count) => `${count} days`,
      hours: (count) => `${count} hours`,
    },
    decides: 'Who decides',
    where: 'Where',
    forms: 'Forms',
    byOfficer: 'Begun by an officer; nobody has to apply.',
    applyThis: 'Apply for this',
  },
  open: {
    title: 'Open data',
    intro: 'How many people receive how much, as approved. No names, and no reasons.',
    month: (month) => `Payment of ${month}`,
    byKind: 'By kind',
    byArea: 'By commune',
    kind: 'Kind',
    area: 'Commune',
    people: 'People',
    amount: 'Amount',
    few: 'hidden, too few people',
    hidden:
      'Fewer than 5 people are hidden, so that nobody is recognised. Where those hidden are too few together, the next smallest is hidden too.',
    none: 'No payment has been approved yet.',
    download: 'Download this table (CSV)',
    also: 'See also',
    components: {
      allowance: 'Monthly social allowance',
      single_parent: 'Allowance of poor single parents for their children',
      social_pension: 'Social pension',
      care: 'Support for care',
      parenting: 'Support for disabled people who are pregnant or raise a small child',
      nursing: 'Care in social assistance facilities',
    },
  },
  posted: {
    title: 'What is put up now',
    intro:
      'Files the law has put up at the commune, and only on the days they hang there. Files with something to be kept private are never here.',
    look: 'Show the list',
    none: 'No file has to be put up here now.',
    failed: 'The list cannot be had. Try again in some minutes, or look at the board of the commune.',
    count: (place, count) => `${place}: ${count === 1 ? '1 file' : `${count} files`}`,
    born: (year) => `born ${year}`,
    through: (day) => `Put up until ${day}`,
    object:
      'Whoever sees something wrong says so in these days: at the one-stop office, or under “Feedback, appeals”.',
  },
  privacy: {
    title: 'Privacy',
    intro: 'What you ask is your own affair. This site keeps as little as it can.',
    parts: [
      {
        title: 'When you answer the questions',
        lines: [
          'Answers stay on your device. They are not sent, not kept and not logged.',
          'Closing the page loses them all. On a shared computer, close it when you are done.',
          'With JavaScript off they are sent to be worked out, and forgotten at once.',
        ],
      },
      {
        title: 'When you apply',
        lines: [
          'The commune receives what you send, to decide on it, and uses it for nothing else.',
          'What you have begun is kept for 30 days if you ask for it, and then deleted.',
          'Photographs are made anew before they are kept: place, time and device are removed.',
        ],
      },
      {
        title: 'When you track or give feedback',
        lines: [
          'Tracking needs the code and the birth date. After too many wrong tries one has to wait.',
          'Feedback may be anonymous. Nobody can find a lost code again, officers included.',
        ],
      },
      {
        title: 'Cookies',
        lines: [
          'There is one, cach-xem, which holds the text size and contrast you chose.',
          'There are no advertisements, and nobody else follows this site.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    intro:
      'This site is made for everybody, by WCAG 2.2 level AA; ordinary text has the contrast of level AAA.',
    parts: [
      {
        title: 'On every page',
        lines: [
          'Three text sizes, and high contrast.',
          'A button that reads the page aloud, where the device has a voice.',
          'Everything works with the keyboard and with a screen reader.',
          'At 400 % everything is still in one column.',
          'Information, tracking and the questions work with JavaScript off.',
        ],
      },
      {
        title: 'Not done yet',
        lines: [
          'There is no version in minority languages or in sign language yet.',
          'It has been tested by programs, and not yet with older, blind or deaf people.',
        ],
      },
      {
        title: 'If something is difficult',
        lines: ['Tell us under «Feedback and complaints», or tell the one-stop office.'],
      },
    ],
  },
  facilities: {
    title: 'Social assistance facilities',
    none: 'No facility is listed here yet. Please ask the commune or the social work centre of the province.',
    failed: 'The list cannot be had right now. Try again in a few minutes, or ask the commune.',
    count: (count) =>
      `${count === 1 ? '1 facility' : `${count} facilities`} listed. There may be more, and there is no map yet.`,
    serves: 'Takes in:',
    free: (places) =>
      places === 0 ? 'No free place now' : places === 1 ? '1 free place' : `${places} free places`,
    call: (phone) => `Call ${phone}`,
    asked: 'Free places change from day to day. Please ask before you come.',
  },
  nearby: {
    title: 'Find help nearby',
    intro: 'Where people are taken in and looked after, and whom to ask.',
    parts: [
      {
        title: 'Where to ask',
        lines: [
          'The commune: its one-stop office, or the officer for social affairs.',
          'The health station: rehabilitation and care at home.',
          'The social work centre of the province: advice, shelter and care.',
        ],
      },
      {
        title: 'Shelters',
        lines: ['For safety, shelters have no address here. Call 111 or the social work centre.'],
      },
    ],
  },
}
