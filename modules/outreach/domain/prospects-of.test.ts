import { describe, expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { engine, plainStanding, type AwardMonths, type Outlook, type Standing } from '#modules/entitlement'
import { openHorizon } from './horizon.ts'
import type { Certificate } from './certificates.ts'
import { prospectsOf } from './prospects-of.ts'

describe('what the law alone will change, seen in November 2026', () => {
  test.for<Case>([
    [
      '75 on 2 December: a pension from December, and each month of delay costs one',
      { born: '1951-12-02' },
      [],
      'gain social_pension 2026-12 0→540000 delay 540000 because age 900 on 2026-12-02',
    ],
    [
      '75 on the last day of the window: still in it',
      { born: '1952-11-30' },
      [],
      'gain social_pension 2027-11 0→540000 delay 540000 because age 900 on 2027-11-30',
    ],
    ['75 a day later: not yet in sight', { born: '1952-12-01' }, [], ''],
    [
      '75 last March and no decision: unused since then',
      { born: '1951-03-12' },
      [],
      'unused social_pension 2026-03 0→540000 delay 540000 because age 900 on 2026-03-12',
    ],
    ['the same with the pension granted: nothing', { born: '1951-03-12' }, [pension()], ''],
    ['75 with a pension of 2.9 million: nothing', { born: '1951-12-02', pension: dong(2_900_000) }, [], ''],
    [
      'near-poor and 70 in May: by the second way in',
      { born: '1957-05-20', household: 'near_poor' },
      [],
      'gain social_pension 2027-05 0→540000 delay 540000 because age 840 on 2027-05-20',
    ],
    [
      'severe disability, 60 in January: 2,0 instead of 1,5, by itself',
      { born: '1967-01-15', disability: 'severe' },
      [allowance()],
      'raise monthly_allowance 2027-01 810000→1080000 delay 0 because age 720 on 2027-01-15',
    ],
    [
      'severe disability, 16 in January: 1,5 instead of 2,0, by itself',
      { born: '2011-01-15', disability: 'severe' },
      [allowance()],
      'lower monthly_allowance 2027-01 1080000→810000 delay 0 because age 192 on 2027-01-15',
    ],
    [
      'an orphan of four: the level falls in the month of the birthday',
      { born: '2022-12-20', father: 'dead', mother: 'dead' },
      [allowance()],
      'lower monthly_allowance 2026-12 1350000→810000 delay 0 because age 48 on 2026-12-20',
    ],
    [
      'an orphan of sixteen: without money from the month after, unless they study',
      { born: '2010-12-20', father: 'dead', mother: 'dead' },
      [allowance()],
      'lose monthly_allowance 2027-01 810000→0 delay 0 because age 192 on 2026-12-20 kept by study',
    ],
    [
      'a single parent of two, the elder 16 in December: one share less from the month after',
      {
        born: '1986-02-11',
        household: 'poor',
        singleParent: 'spouse_dead',
        children: [child('2010-12-20'), child('2019-03-03')],
      },
      [allowance()],
      'lower monthly_allowance 2027-01 1080000→540000 delay 0 because child_age 192 on 2026-12-20 kept by child_study',
    ],
    [
      'the same whose award is suspended: her level is nobody’s money for now',
      {
        born: '1986-02-11',
        household: 'poor',
        singleParent: 'spouse_dead',
        children: [child('2010-12-20'), child('2019-03-03')],
      },
      [{ ...allowance(), isSuspended: true }],
      '',
    ],
    [
      'a suspended support that ends still needs its decision',
      {
        born: '1995-10-02',
        disability: 'severe',
        children: [child('2023-12-10')],
      },
      [allowance(), { ...pension(), benefit: 'parenting_support', isSuspended: true }],
      'lose parenting_support 2027-01 810000→0 delay 0 because child_age 36 on 2026-12-10',
    ],
    [
      'a disabled mother, the child 36 months in December: the support ends with the month',
      {
        born: '1995-10-02',
        disability: 'severe',
        children: [child('2023-12-10')],
      },
      [allowance(), { ...pension(), benefit: 'parenting_support' }],
      'lose parenting_support 2027-01 810000→0 delay 0 because child_age 36 on 2026-12-10',
    ],
    [
      'a poor old person without anybody, 75 in March: the higher level, by itself',
      { born: '1952-03-08', household: 'poor', obligor: 'none' },
      [allowance()],
      'raise monthly_allowance 2027-03 810000→1080000 delay 0 because age 900 on 2027-03-08',
    ],
    [
      'exceptionally severe, certified, nothing decided',
      { born: '1977-07-17', disability: 'exceptionally_severe' },
      [],
      'unused monthly_allowance 2015-01 0→1080000 delay 1080000',
    ],
    [
      'with a pension below the allowance of a disability: what is more is a right',
      { born: '1949-02-14', disability: 'severe' },
      [pension()],
      'unused monthly_allowance 2015-01 540000→1080000 delay 540000',
    ],
    [
      'with the allowance of a disability at 75: a pension would give way, so nothing',
      { born: '1951-12-02', disability: 'severe' },
      [allowance()],
      '',
    ],
    [
      'an award closed for the coming month although the law still gives: to be asked for again',
      { born: '1977-07-17', disability: 'severe' },
      [{ ...allowance(), through: month('2026-11') }],
      'gain monthly_allowance 2026-12 0→810000 delay 810000',
    ],
    [
      'an award without a right: waits for a decision, since the month after the child grew up',
      { born: '1995-10-02', disability: 'severe', children: [child('2023-03-18')] },
      [allowance(), { ...pension(), benefit: 'parenting_support' }],
      'ended parenting_support 2026-04 750000→0 delay 0 because child_age 36 on 2026-03-18',
    ],
  ])('%s', ([, differing, awards, expected]) => {
    expect(said(outlookOf(differing, awards))).toBe(expected)
  })
})

describe('a right that comes back after it had ended for a month', () => {
  const fell = { ...pension(), from: month('2025-09'), lapsedFrom: month('2026-02') }
  const left = (born: string) => ({
    ...outlookOf({}, [fell]),
    standings: [
      stretch({ born, household: 'near_poor' }, '2025-01-01', '2026-01-01'),
      stretch({ born }, '2026-01-01', null),
    ],
  })

  test('G-POV-3: 72 and off the list waits for the end, and 75 has to be asked for', () => {
    expect(said(left('1953-06-10'))).toBe(
      'ended social_pension 2026-02 500000→0 delay 0 because fact household ends',
    )
    expect(said(left('1952-03-10'))).toBe(
      [
        'ended social_pension 2026-02 500000→0 delay 0 because fact household ends',
        'gain social_pension 2027-03 0→540000 delay 540000 because age 900 on 2027-03-10',
      ].join('\n'),
    )
  })

  test('what will end in the window and come back in it has to be asked for again', () => {
    const outlook = {
      ...outlookOf({}, [{ ...pension(), lapsedFrom: month('2027-02') }]),
      standings: [
        stretch({ born: '1952-06-10', household: 'near_poor' }, '2025-01-01', '2027-01-01'),
        stretch({ born: '1952-06-10' }, '2027-01-01', null),
      ],
    }
    expect(said(outlook, () => true)).toBe(
      [
        'lose social_pension 2027-02 540000→0 delay 0 because fact household ends',
        'gain social_pension 2027-06 0→540000 delay 540000 because age 900 on 2027-06-10',
      ].join('\n'),
    )
    expect(said(outlook)).toBe('renewal social_pension 2027-02 540000→0 delay 0 because list 2027')
  })

  test('75 since August: the award pays no more of itself', () => {
    expect(said(left('1951-08-10'))).toBe(
      'resume social_pension 2026-08 0→540000 delay 540000 because age 900 on 2026-08-10',
    )
  })
})

describe('facts recorded to begin or end', () => {
  test('study ends in June: khoản 2 ends from July', () => {
    const student = { born: '2008-01-01', wasChildWithoutSupport: true }
    const outlook = {
      ...outlookOf({}, [allowance()]),
      standings: [
        stretch({ ...student, isStudying: true }, '2008-01-01', '2027-06-15'),
        stretch(student, '2027-06-15', null),
      ],
    }
    expect(said(outlook)).toBe(
      'lose monthly_allowance 2027-07 810000→0 delay 0 because fact isStudying ends kept by study',
    )
  })

  test('a death ends everything, and the award waits for its decision', () => {
    const outlook = {
      ...outlookOf({}, [pension()]),
      standings: [stretch({ born: '1940-01-01' }, '1940-01-01', '2026-09-11')],
    }
    expect(said(outlook)).toBe('ended social_pension 2026-10 540000→0 delay 0 because death on 2026-09-10')
  })

  test('a sentence is for few eyes, and so is whatever rests on HIV', () => {
    const disabled = { born: '1985-08-08', disability: 'severe' } as const
    const sentenced = {
      ...outlookOf({}, [allowance()]),
      standings: [
        stretch(disabled, '1985-08-08', '2026-05-11'),
        stretch({ ...disabled, servesSentence: true }, '2026-05-11', null),
      ],
    }
    const ill = outlookOf({ born: '1990-01-01', household: 'poor', hiv: true }, [])
    const plain = outlookOf({ born: '1951-12-02', hiv: true }, [])
    expect([sentenced, ill, plain].map((one) => look(one).map((found) => found.isConfidential))).toEqual([
      [true],
      [true],
      [false],
    ])
  })
})

describe('a certificate that runs out, or has to be made anew', () => {
  const severe = { disability: 'severe' } as const

  test('one with an end: the allowance ends with it, unless the disability is certified again', () => {
    const outlook = {
      ...outlookOf({}, [allowance()]),
      standings: [
        stretch({ born: '1985-08-08', ...severe }, '2022-01-01', '2027-05-20'),
        stretch({ born: '1985-08-08' }, '2027-05-20', null),
      ],
    }
    expect(said(outlook)).toBe(
      'lose monthly_allowance 2027-06 810000→0 delay 0 because fact disability ends kept by certificate',
    )
  })

  test.for([
    ['six on 25 August: named with what rests on it', '2021-08-25', '2022-04-16', '2027-08'],
    ['six in the last month of the window', '2021-11-30', '2022-04-16', '2027-11'],
    ['one day later than the window: not yet', '2021-12-01', '2022-04-16', undefined],
    [
      'the day of the certificate unknown: at five it can only be from before six',
      '2021-08-25',
      null,
      '2027-08',
    ],
    ['six since March, and still the old certificate', '2020-03-02', '2022-04-16', '2026-03'],
    ['six since March, certified anew since', '2020-03-02', '2026-03-20', undefined],
    ['six since March, a certificate whose day nobody knows', '2020-03-02', null, undefined],
    ['certified on the sixth birthday itself', '2020-03-02', '2026-03-02', undefined],
  ] as const)('%s', ([, born, issuedOn, expected]) => {
    const found = lookAt(outlookOf({ born, ...severe }, [allowance()]), [certificate(born, issuedOn)])
    expect(found.map(({ kind, month, before, after }) => [kind, month, before, after])).toEqual(
      expected ? [['certificate', expected, 1_080_000, 1_080_000]] : [],
    )
  })

  test('whoever would be given as much without it has nothing resting on it', () => {
    const both = { born: '2021-08-25', father: 'dead', mother: 'dead' } as const
    const paper = [certificate('2021-08-25', '2022-04-16')]
    const orphan = lookAt(outlookOf({ ...both, ...severe }, [allowance()]), paper)
    expect(orphan.find(({ kind }) => kind === 'certificate')).toMatchObject({ before: 1_080_000 })
    const mild = lookAt(outlookOf({ ...both, disability: 'mild' }, [allowance()]), paper)
    expect(mild.filter(({ kind }) => kind === 'certificate')).toEqual([])
  })

  test('nobody is named who has no award, or died; and a small child is looked at again a year before', () => {
    const born = '2021-08-25'
    const paper = [certificate(born, '2022-04-16')]
    expect(lookAt(outlookOf({ born, ...severe }, []), paper).map(({ kind }) => kind)).toEqual(['unused'])
    const dead = {
      ...outlookOf({}, [allowance()]),
      standings: [stretch({ born, ...severe }, born, '2026-10-05')],
    }
    expect(lookAt(dead, paper).map(({ kind }) => kind)).toEqual(['ended'])
    const small = outlookOf({ born: '2022-12-15', ...severe }, [allowance()])
    expect(prospectsOf(small, horizon()).lookAgain).not.toBe('2027-12')
    const { lookAgain } = prospectsOf(small, horizon(), [certificate('2022-12-15', '2025-01-01')])
    expect(lookAgain).toBe('2027-12')
  })
})

describe('the list of the poor is made year by year', () => {
  const mother: Differing = {
    born: '1986-02-11',
    singleParent: 'spouse_dead',
    children: [child('2019-03-03')],
  }
  const poorThrough2026 = {
    ...outlookOf({}, [allowance()]),
    standings: [
      stretch({ ...mother, household: 'poor' }, '2026-01-01', '2027-01-01'),
      stretch(mother, '2027-01-01', null),
    ],
  }

  test('while the next list is not in, nobody has left it: the right rests on it', () => {
    expect(said(poorThrough2026)).toBe('renewal monthly_allowance 2027-02 540000→0 delay 0 because list 2027')
  })

  test('once it is in for the commune, whoever is not on it loses the right', () => {
    expect(said(poorThrough2026, () => true)).toBe(
      'lose monthly_allowance 2027-02 540000→0 delay 0 because fact household ends',
    )
  })

  test('a pension at 70 in the coming year may count on the list of this year', () => {
    const outlook = {
      ...outlookOf({}, []),
      standings: [
        stretch({ born: '1957-05-20', household: 'poor' }, '2026-01-01', '2027-01-01'),
        stretch({ born: '1957-05-20' }, '2027-01-01', null),
      ],
    }
    expect(said(outlook)).toContain('gain social_pension 2027-05')
    expect(said(outlook, () => true)).toBe('')
  })
})

describe('when somebody has to be looked at again', () => {
  test.for([
    ['the pension that is coming becomes one that is unused', { born: '1951-12-02' }, '2026-12'],
    ['75 beyond the window: when it comes into the window', { born: '1953-02-02' }, '2027-02'],
    ['an infant: at 36 months, a year before', { born: '2026-01-10' }, '2028-01'],
    ['past every age the law names', { born: '1930-01-01' }, undefined],
  ] as const)('%s', ([, differing, expected]) => {
    const granted = differing.born === '1930-01-01' ? [pension()] : []
    expect(prospectsOf(outlookOf(differing, granted), horizon()).lookAgain).toBe(expected)
  })
})

type Differing = Partial<Omit<Standing, 'born'>> & { readonly born?: string }
type Case = readonly [name: string, differing: Differing, awards: readonly AwardMonths[], expected: string]

function stretch({ born = '1970-01-01', ...differing }: Differing, from: string, until: string | null) {
  return {
    during: { from: civilDate(from), until: until === null ? null : civilDate(until) },
    areaId: 8824,
    standing: { ...plainStanding, born: civilDate(born), ...differing },
    shareTurns: false,
  }
}

function outlookOf(differing: Differing, awards: readonly AwardMonths[]): Outlook {
  const { born = '1970-01-01' } = differing
  return { personId: 'p', changedAt: null, standings: [stretch(differing, born, null)], awards }
}

function pension(): AwardMonths {
  return {
    benefit: 'social_pension',
    areaId: 8824,
    from: month('2025-07'),
    through: null,
    lapsedFrom: null,
    isSuspended: false,
  }
}

function allowance(): AwardMonths {
  return { ...pension(), benefit: 'monthly_allowance', from: month('2022-01') }
}

function child(born: string) {
  return { born: civilDate(born), isStudying: false, continued: false }
}

function horizon(isListed: (areaId: number, year: number) => boolean = (_, year) => year < 2027) {
  return openHorizon(engine.lawIn, { month: month('2026-11'), knownOn: civilDate('2026-11-26'), isListed })
}

function look(outlook: Outlook, isListed?: (areaId: number, year: number) => boolean) {
  return prospectsOf(outlook, horizon(isListed)).prospects
}

function lookAt(outlook: Outlook, certificates: readonly Certificate[]) {
  return prospectsOf(outlook, horizon(), certificates).prospects
}

function certificate(from: string, issuedOn: string | null): Certificate {
  return {
    during: { from: civilDate(from), until: null },
    issuedOn: issuedOn === null ? null : civilDate(issuedOn),
  }
}

/** A prospect in one line, to be read and compared. */
function said(outlook: Outlook, isListed?: (areaId: number, year: number) => boolean): string {
  return look(outlook, isListed)
    .map(({ kind, benefit, month, before, after, delayCost, causes, keptBy }) => {
      const because = causes.map((cause) =>
        Object.values(cause)
          .join(' ')
          .replace(/ (?=\d{4}-)/, ' on ')
          .replace(/ true$/, ' ends'),
      )
      return [
        `${kind} ${benefit} ${month} ${before}→${after} delay ${delayCost}`,
        ...(because.length > 0 ? [`because ${because.join(', ')}`] : []),
        ...(keptBy ? [`kept by ${keptBy}`] : []),
      ].join(' ')
    })
    .join('\n')
}
