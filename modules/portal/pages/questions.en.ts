import type { Asked, QuestionWords, Whom } from './speaker.ts'
import type { questionsVi } from './questions.vi.ts'

const yesNo = { yes: 'Yes', no: 'No', unknown: 'I am not sure' }

const is: Readonly<Record<Whom, string>> = { self: 'Are', other: 'Is', child: 'Is', dead: 'Was' }
const have: Readonly<Record<Whom, string>> = { self: 'Do', other: 'Does', child: 'Does', dead: 'Did' }
const own = ({ ai, whom }: Asked) => (whom === 'self' ? 'your' : `${ai}’s`)

const parent = (unidentified: string) => ({
  raises: 'Alive, and raises or can raise the child',
  dead: 'Has died',
  unidentified,
  missing: 'Declared missing by a court',
  left: 'Left, and no court has declared them missing',
  facility: 'Lives in a social assistance facility',
  detained:
    'Serves a prison sentence, or is in a reform school, compulsory education or compulsory rehabilitation',
  unknown: 'I am not sure',
})

export const questionsEn: Readonly<Record<keyof typeof questionsVi, QuestionWords>> = {
  who: {
    ask: () => 'Who are you asking for?',
    why: 'So that the next questions speak of the right person.',
    options: {
      self: 'For myself',
      relative: 'For a relative',
      child: 'For a child I am raising',
      neighbour: 'For a neighbour or somebody I help',
      deceased: 'For somebody who has just died',
      takeIn: 'I want to take in and care for somebody',
    },
  },
  takeIn: {
    ask: () => 'Whom would you like to care for?',
    why: 'What a carer receives depends on who is cared for.',
    options: {
      child: 'A child without a source of support',
      disabled: 'A person with exceptionally severe disability',
      older: 'A poor older person with nobody to rely on, who cannot manage alone',
      emergency: 'Somebody who needs a place to stay or care in the next days',
    },
  },
  happening: {
    ask: () => 'Is any of this happening now?',
    hint: () => 'You may choose several.',
    why: 'In danger, hunger or disaster the commune has to help at once.',
    options: {
      harm: 'Being beaten, abused, threatened or trafficked',
      nobody: 'No place to stay, or nobody to care right now',
      hunger: 'Not enough to eat',
      home: 'The home has collapsed, burnt, been swept away or badly damaged, or has to be left',
      accident: 'Somebody died, is missing or badly hurt through disaster, fire or accident',
      nothing: 'None of these',
      unknown: 'I do not know',
    },
  },
  birth: {
    ask: ({ ai, whom }) => (whom === 'self' ? 'When were you born?' : `When was ${ai} born?`),
    hint: () => 'See the identity card or birth certificate. Day, month, year: 12 5 1948.',
    why: 'Age decides what fits. From 75 there is the social pension; in poor and near-poor households from 70.',
    options: {},
  },
  place: {
    ask: ({ ai, whom }) =>
      whom === 'self'
        ? 'Which commune or ward do you live in?'
        : whom === 'dead'
          ? `Which commune or ward did ${ai} live in?`
          : `Which commune or ward does ${ai} live in?`,
    hint: () => 'Its former name will do, with or without marks.',
    why: 'A province may give more. The commune also says where the nearest office is.',
    options: { unknown: 'I do not know' },
  },
  deceased: {
    ask: () => 'Which of these is true of the person who died?',
    hint: () => 'You may choose several.',
    why: 'Whoever arranges the burial may be helped with the cost.',
    options: {
      allowance: 'Received the monthly social allowance',
      socialPension: 'Received the social pension',
      survivor: 'Received a monthly survivor’s allowance (tuất)',
      singleParentsChild: 'Was a child of a poor single parent on the allowance',
      applied: 'Had applied and had no decision yet',
      facility: 'Lived in a social assistance facility',
      nothing: 'None of these',
      unknown: 'I am not sure',
    },
  },
  funeralPaid: {
    ask: () =>
      'Has anybody been paid for the funeral by social insurance or the scheme for meritorious service?',
    why: 'Of several funeral payments only the highest is given.',
    options: { no: 'Not yet', yes: 'Yes', unknown: 'I am not sure' },
  },
  household: {
    ask: (asked) => `How has the commune classed ${own(asked)} household this year?`,
    hint: () => 'See the certificate of a poor or near-poor household.',
    why: 'Many benefits are for poor and near-poor households.',
    options: {
      poor: 'Poor household',
      nearPoor: 'Near-poor household',
      neither: 'Neither',
      unknown: 'I do not know',
    },
  },
  home: {
    ask: ({ ai, whom }) => (whom === 'self' ? 'Where are you living now?' : `Where is ${ai} living now?`),
    why: 'Whoever lives in a social assistance facility is cared for there.',
    options: {
      family: 'At home with family',
      alone: 'At home alone',
      takenIn: 'In the home of somebody who took them in',
      facility: 'In a social assistance facility',
      homeless: 'No stable home',
      detained: 'In prison by a sentence',
      held: 'In custody before a trial, or in compulsory rehabilitation',
      unknown: 'I do not know',
    },
  },
  income: {
    ask: ({ ai, whom }) => `${have[whom]} ${ai} receive any of these every month?`,
    hint: () => 'You may choose several.',
    why: 'Whoever has a pension above a certain sum has no social pension.',
    options: {
      pension: 'A pension',
      insurance: 'A monthly social-insurance allowance',
      survivor: 'A monthly survivor’s allowance (tuất)',
      wage: 'A wage or pay',
      merit: 'An allowance for meritorious service',
      allowance: 'The monthly social allowance',
      socialPension: 'The social pension',
      nothing: 'None of these',
      unknown: 'I do not know',
    },
  },
  pension: {
    ask: () => 'How much is it every month?',
    hint: () => 'If there are several, add the pension and the social-insurance allowance.',
    why: 'A very small pension does not shut out the social pension.',
    options: {
      below: ({ limit }) => `Below ${limit}`,
      from: ({ limit }) => `${limit} or more`,
      unknown: 'I do not remember',
    },
  },
  disability: {
    ask: ({ ai, whom }) =>
      `${have[whom]} ${ai} have a disability, a lasting difficulty in moving, hearing, speaking, seeing or understanding, or a mental illness?`,
    why: 'People with severe disability have an allowance at any age, rich or poor.',
    options: {
      certified: 'Yes, with a certificate of disability',
      uncertified: 'Yes, without a certificate yet',
      concluded: 'There is an old medical conclusion',
      no: 'No',
      unknown: 'I do not know',
    },
  },
  level: {
    ask: () => 'Which level does the certificate say?',
    hint: () => 'See the line «Mức độ khuyết tật».',
    why: 'The amount depends on the level.',
    options: {
      exceptional: 'Exceptionally severe (đặc biệt nặng)',
      severe: 'Severe (nặng)',
      mild: 'Mild (nhẹ)',
      unknown: 'I am not sure',
    },
  },
  certificateAge: {
    ask: () => 'Was that certificate issued before the child was 6?',
    why: 'At 6 the commune has to determine the level again.',
    options: yesNo,
  },
  pregnancy: {
    ask: ({ ai, whom }) => `${is[whom]} ${ai} pregnant, or raising a child under 36 months?`,
    why: 'A disabled person who is pregnant or raises a small child has a further support.',
    options: {
      pregnant: 'Pregnant',
      one: 'Raising one child under 36 months',
      both: 'Pregnant and raising one child under 36 months',
      several: 'Raising two or more children under 36 months',
      no: 'No',
      unknown: 'I do not know',
    },
  },
  spouse: {
    ask: (asked) =>
      `Does ${own(asked)} husband or wife receive the support for disabled people with a small child?`,
    why: 'Of a couple one person receives it.',
    options: { yes: 'Yes', no: 'No', single: 'No husband or wife', unknown: 'I do not know' },
  },
  abandoned: {
    ask: () => 'Has the child been abandoned and not been adopted?',
    why: 'An abandoned child who has not been adopted has a monthly allowance.',
    options: yesNo,
  },
  father: {
    ask: () => 'How is it with the child’s father now?',
    why: 'A child whose parents cannot raise it has a monthly allowance.',
    options: parent('Nobody knows who he is'),
  },
  mother: {
    ask: () => 'How is it with the child’s mother now?',
    why: 'A child whose parents cannot raise it has a monthly allowance.',
    options: parent('Nobody knows who she is'),
  },
  raisedBy: {
    ask: () => 'Who is raising the child?',
    why: 'Whoever takes in a child without support is supported too.',
    options: {
      parents: 'Father or mother',
      relatives: 'Grandparents, aunts, uncles, brothers or sisters',
      others: 'Another family',
      adopted: 'Adoptive parents by decision',
      facility: 'A social assistance facility',
      nobody: 'Nobody yet',
      unknown: 'I do not know',
    },
  },
  carer: {
    ask: ({ ai, whom }) =>
      whom === 'self' ? 'Who cares for you every day?' : `Who cares for ${ai} every day?`,
    why: 'Whoever cares for a person with exceptionally severe disability is supported.',
    options: {
      family: 'The family',
      decided: 'A family or person the commune decided on',
      nobody: 'Nobody yet',
      unknown: 'I am not sure',
    },
  },
  village: {
    ask: () => 'Which village does the child live in?',
    hint: () => 'To see whether it is an area of extreme difficulty.',
    why: 'Children under 3 in poor and near-poor households in such areas have an allowance.',
    options: { unknown: 'I do not know' },
  },
  hiv: {
    ask: ({ ai, whom }) =>
      `A private question you may skip: ${is[whom].toLowerCase()} ${ai} living with HIV?`,
    hint: () => 'Nobody sees it, and the answer is not kept.',
    why: 'Poor people living with HIV may have an allowance. You need not answer.',
    options: { yes: 'Yes', no: 'No', unknown: 'I would rather not say' },
  },
  childSupport: {
    ask: ({ ai }) =>
      `Before the age of 16, did ${ai} receive the allowance for children without a source of support?`,
    why: 'Whoever received it and still studies goes on receiving it.',
    options: yesNo,
  },
  study: {
    ask: ({ ai, whom }) => `${is[whom]} ${ai} studying?`,
    why: 'It goes on as long as study goes on without a break.',
    options: {
      school: 'School or continuing education',
      vocational: 'Vocational school or college',
      university: 'University (first degree)',
      paused: 'On a pause the school agreed to',
      ended: 'Study has ended',
      unknown: 'I do not know',
    },
  },
  singleParent: {
    ask: ({ ai, whom }) => `${is[whom]} ${ai} raising a child under 16 alone?`,
    why: 'Single parents in poor and near-poor households have an allowance for each child.',
    options: {
      neverMarried: 'Yes, never married',
      spouseDead: 'Yes, the husband or wife has died',
      spouseMissing: 'Yes, a court declared the husband or wife missing',
      divorced: 'Yes, divorced or separated',
      no: 'No',
      unknown: 'I do not know',
    },
  },
  children: {
    ask: ({ ai, whom }) => `How many children under 16 ${is[whom].toLowerCase()} ${ai} raising?`,
    why: 'Each child counts.',
    options: { unknown: 'I do not know' },
  },
  obligor: {
    ask: ({ ai, whom }) =>
      `${have[whom]} ${ai} have a husband or wife, child or grandchild who must care for them?`,
    hint: () => 'The law calls this the duty to maintain. People who live far away count, too.',
    why: 'Poor older people whom nobody maintains receive more.',
    options: {
      nobody: 'Nobody',
      onAllowance: 'Yes, but that person is on the monthly allowance too',
      somebody: 'Yes',
      unknown: 'I am not sure',
    },
  },
  selfCare: {
    ask: ({ ai, whom }) => (whom === 'self' ? 'Can you manage at home?' : `Can ${ai} manage at home?`),
    why: 'Whoever cannot may be taken in by somebody, or enter a facility.',
    options: {
      yes: 'Yes',
      takenIn: 'No, somebody has taken them in',
      facility: 'No, and would like to enter a facility',
      nobody: 'No, and nobody helps yet',
      unknown: 'I do not know',
    },
  },
  hunger: {
    ask: () => 'How many people are short of food, and why?',
    why: 'Rice is given by the number of people.',
    options: {
      newYear: 'At Lunar New Year',
      harvest: 'Between harvests, or crops failed',
      disaster: 'Disaster or fire',
      other: 'Another reason',
      unknown: 'I do not know',
    },
  },
  damage: {
    ask: () => 'How badly is the home damaged?',
    why: 'The support for the home depends on it.',
    options: {
      destroyed: 'Collapsed, swept away or burnt down, nowhere to live',
      heavy: 'Badly damaged, unfit to live in',
      light: 'Slightly damaged',
      relocation: 'An authority ordered us to leave at once',
      unknown: 'I am not sure',
    },
  },
  hardship: {
    ask: () => 'Has the commune confirmed that the household is in hardship?',
    why: 'A household that is not poor but in hardship may be helped with its home.',
    options: yesNo,
  },
  victim: {
    ask: () => 'What happened to the person?',
    why: 'The law helps where somebody died, is missing, or was treated for three days or more.',
    options: {
      dead: 'Died or is missing',
      long: 'Emergency care and treatment for 3 days or more',
      short: 'Emergency care and treatment for less than 3 days',
      unknown: 'I am not sure',
      away: 'It happened far from home, with no relative to care',
    },
  },
  services: {
    ask: ({ ai, whom }) => (whom === 'self' ? 'What else would help you?' : `What else would help ${ai}?`),
    hint: () => 'You may choose several, or skip.',
    why: 'There is help besides money. We say where to ask.',
    options: {
      equipment: 'Wheelchair, artificial limbs, hearing aid',
      rehabilitation: 'Rehabilitation',
      work: 'Training, work or a loan',
      counselling: 'Counselling',
      legalAid: 'Legal aid',
      drugs: 'Help with drug addiction',
      paidCare: 'A care home by choice, paid for',
      nothing: 'Nothing',
      unknown: 'I do not know',
    },
  },
}
