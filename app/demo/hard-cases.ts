import { civilDate, type CivilDate, instant, month } from '#kernel/civil-date'
import { type Cases, knownOn, openCases } from './cases.ts'
import { stop } from './life.ts'
import type { Life } from './living.ts'
import { dayIn, monthNumber } from './months.ts'
import { spoilings, spoilName } from './names.ts'
import type { Person } from './register.ts'

const allowance = 'monthly_allowance'

/**
 * People put there on purpose, each with a difficulty that a visitor can look up (docs/demonstration.md). All of them
 * came into the register after December 2022, so that the figures of that month stay what they are.
 */
export function addHardCases(life: Life) {
  const cases = openCases(life)
  singleMothers(cases)
  bothDisabled(cases)
  orphanWhoMoved(cases)
  learnedLate(cases)
  twiceInTheRegister(cases)
  writtenAgain(cases)
  unusedRights(cases)
  elsewhere(cases)
}

/** Phùng Thị Mận, whose two rights stand beside each other, and Lưu Thị Nhàn with three children. */
function singleMothers(cases: Cases) {
  const { person, family, award, register, tamSon } = cases
  const mothers = [
    [
      'Phùng Thị Mận',
      '1986-02-11',
      [
        ['Phùng Văn Nam', 'male', '2014-05-20'],
        ['Phùng Thị Lan Anh', 'female', '2021-04-02'],
      ],
    ],
    [
      'Lưu Thị Nhàn',
      '1988-09-03',
      [
        ['Trần Minh Quân', 'male', '2012-01-15'],
        ['Trần Thị Ngọc', 'female', '2015-07-30'],
        ['Trần Bảo An', 'female', '2019-11-08'],
      ],
    ],
  ] as const
  for (const [name, born, children] of mothers) {
    const mother = person(name, 'female', born, '2023-02-07')
    const known = knownOn('2023-02-07')
    const others = children.map(([child, sex, day]) => {
      const made = person(child, sex, day, '2023-02-07', tamSon, { village: mother.residence.village })
      register.relate(mother, 'parent_of', made, { from: civilDate(day), ...known })
      return [made, 'con'] as const
    })
    const household = family(mother, others, '2023-02-07')
    cases.poorSince(household, 2023)
    register.note({ person: mother }, 'single_parent', {
      detail: { basis: 'spouse_dead' },
      from: civilDate('2021-03-12'),
      evidence: { document: 'Trích lục khai tử của chồng', number: 'TL 31/2021', issuedOn: '2021-03-15' },
      ...known,
    })
    cases.certify(mother, 'severe', 'mobility', '2023-02-06', '2023-02-08')
    award(
      mother,
      allowance,
      '2023-02',
      '2023-02-16',
      'Người đơn thân nghèo đang nuôi con, đồng thời khuyết tật nặng',
    )
  }
}

/** Khổng Văn Bình and Đường Thị Hạnh: both severely disabled, with a small child, and one share between them. */
function bothDisabled(cases: Cases) {
  const { person, family, award, register, tamSon } = cases
  const husband = person('Khổng Văn Bình', 'male', '1993-06-14', '2023-05-09')
  const village = { village: husband.residence.village }
  const wife = person('Đường Thị Hạnh', 'female', '1995-10-02', '2023-05-09', tamSon, village)
  const child = person('Khổng Minh Khôi', 'male', '2025-03-18', '2025-04-08', tamSon, village)
  register.relate(husband, 'spouse_of', wife, { from: civilDate('2019-01-20'), ...knownOn('2023-05-09') })
  for (const parent of [husband, wife]) {
    register.relate(parent, 'parent_of', child, { from: civilDate('2025-03-18'), ...knownOn('2025-04-08') })
    cases.certify(parent, 'severe', parent === wife ? 'sight' : 'mobility', '2023-05-04', '2023-05-10')
    award(parent, allowance, '2023-05', '2023-06-01', 'Người khuyết tật nặng')
  }
  const household = family(husband, [[wife, 'vợ']], '2023-05-09')
  register.join(child, household, {
    relationToHead: 'con',
    from: civilDate('2025-03-18'),
    ...knownOn('2025-04-08'),
  })
  award(
    wife,
    'parenting_support',
    '2025-04',
    '2025-04-22',
    'Người khuyết tật đang nuôi con dưới 36 tháng tuổi',
  )
}

/** Trần Gia Bảo, an orphan of Như Thụy, who moved to Phường Vĩnh Yên in the month in which the communes merged. */
function orphanWhoMoved(cases: Cases) {
  const { person, award, register, offices, places, placeOf } = cases
  const old = placeOf('08827')
  const orphan = person('Trần Gia Bảo', 'male', '2015-08-21', '2023-09-05', old)
  const aunt = person('Trần Thị Thu', 'female', '1979-04-17', '2023-09-05', old, {
    village: orphan.residence.village,
  })
  register.note({ person: orphan }, 'parents', {
    detail: { father: 'dead', mother: 'dead', abandoned: false },
    from: civilDate('2023-08-12'),
    evidence: { document: 'Trích lục khai tử của cha, mẹ', number: 'TL 92/2023' },
    ...knownOn('2023-09-05'),
  })
  register.relate(aunt, 'guardian_of', orphan, { from: civilDate('2023-09-05'), ...knownOn('2023-09-05') })
  award(orphan, allowance, '2023-09', '2023-09-20', 'Trẻ em mồ côi cả cha và mẹ', { payee: aunt })
  const on = civilDate('2025-07-15')
  const from = places.unitOn(orphan.residence.areaId, on).id
  const to = placeOf('08713')
  const areaId = places.unitOn(to.areaId, on).id
  for (const one of [orphan, aunt])
    register.move(
      one,
      { areaId, village: to.villages[0]!, on },
      instant('2025-07-17T02:05:00Z'),
      'Thông báo chuyển nơi cư trú',
    )
  const signedOn = civilDate('2025-07-22')
  const recordedAt = instant('2025-07-22T08:30:00Z')
  const decide = (kind: 'stop' | 'transfer', homeAreaId: number) =>
    offices.decide({ kind, homeAreaId, signedOn, effective: month('2025-08'), reason: 'Chuyển nơi cư trú' })
  register.close({
    person: orphan,
    benefit: allowance,
    lastMonth: monthNumber('2025-07'),
    decision: decide('stop', from),
    reason: 'moved',
    recordedAt,
  })
  register.grant({
    person: orphan,
    benefit: allowance,
    rule: '',
    payee: aunt,
    areaId,
    from: month('2025-08'),
    opened: decide('transfer', areaId),
    recordedAt,
  })
}

/** A death learnt four months late, a decision entered three months late, and a birth year that was wrong. */
function learnedLate(cases: Cases) {
  const { person, award, register } = cases
  const dead = person('Nguyễn Văn Tý', 'male', '1940-01-01', '2025-08-05', cases.tamSon, {
    precision: 'year',
  })
  award(dead, 'social_pension', '2025-08', '2025-08-12', 'Từ đủ 75 tuổi, không có lương hưu')
  if (cases.last >= monthNumber('2026-07')) {
    const recordedAt = instant('2026-07-14T03:20:00Z')
    register.revise(dead, { diedOn: civilDate('2026-03-10') }, recordedAt, 'Trích lục khai tử')
    stop(cases, dead, {
      lastMonth: monthNumber('2026-03'),
      decided: monthNumber('2026-07'),
      day: 15,
      reason: 'died',
      words: 'Người hưởng chết ngày 10/03/2026, xã nhận trích lục ngày 14/07/2026',
    })
  }
  const late = person('Bùi Thị Lành', 'female', '1981-12-05', '2026-01-06')
  cases.certify(late, 'severe', 'mental', '2026-01-05', '2026-01-06')
  award(late, allowance, '2026-01', '2026-01-20', 'Người khuyết tật nặng', { recordedOn: '2026-04-08' })
  const mended = person('Tạ Văn Khải', 'male', '1950-01-01', '2025-09-09', cases.tamSon, {
    precision: 'year',
  })
  award(mended, 'social_pension', '2025-09', '2025-09-16', 'Từ đủ 75 tuổi, không có lương hưu')
  register.revise(
    mended,
    { born: civilDate('1950-06-24'), precision: 'day' },
    instant('2026-02-11T03:00:00Z'),
    'Cơ sở dữ liệu quốc gia về dân cư',
  )
}

/** The same person written two ways, once in each of two communes that became one; and twins who are not one person. */
function twiceInTheRegister(cases: Cases) {
  const { person, award, placeOf, register } = cases
  const nhuThuy = placeOf('08827')
  const tanLap = placeOf('08818')
  const first = person('Nguyễn Thị Hoà', 'female', '1938-03-12', '2023-01-10', nhuThuy)
  award(first, allowance, '2023-01', '2023-01-18', 'Từ đủ 80 tuổi, không có lương hưu')
  if (cases.last >= monthNumber('2025-07')) becomesPensioner(cases, first)
  const again = person('Nguyễn Thị Hòa', 'female', '1938-03-12', '2026-03-10', tanLap, { againAs: first })
  award(again, 'social_pension', '2026-03', '2026-03-18', 'Từ đủ 75 tuổi, không có lương hưu')
  const dan = person('Lưu Văn Dần', 'male', '1950-04-12', '2025-07-22', nhuThuy)
  const thuy = person('TRẦN THỊ THUỶ', 'female', '1949-09-09', '2025-08-19', tanLap)
  const pairs = [
    [first, again],
    [dan, person('Lưu Dần', 'male', '1950-12-04', '2026-02-03', tanLap, { againAs: dan })],
    [thuy, person('Trần Thị Thủy', 'female', '1949-09-09', '2026-05-12', nhuThuy, { againAs: thuy })],
  ] as const
  for (const [one, other] of pairs) register.twice.push({ person: one, again: other })
  for (const name of ['Hà Minh Anh', 'Hà Minh Ánh'])
    cases.certify(
      person(name, 'female', '2016-03-03', '2024-03-12'),
      'severe',
      'mental',
      '2024-03-11',
      '2024-03-12',
    )
}

/** As many again, known to nobody: a second record with the errors of a second clerk, half of them in another commune. */
function writtenAgain({ members, random, maker, register, all, scale }: Cases) {
  for (let count = Math.max(3, Math.round(300 * scale)); count > 0; count--) {
    const { person, place } = random.pick(members)
    const { fullName, sex, born } = person.version
    const isSwapped = random.chance(0.15) && Number(born.slice(8)) <= 12
    const isYearOnly = !isSwapped && random.chance(0.2)
    const again = maker.person({
      againAs: person,
      place: random.chance(0.5) ? place : random.pick(all),
      fullName: spoilName(fullName, random.pick(spoilings)),
      sex,
      born: isSwapped
        ? civilDate(`${born.slice(0, 4)}-${born.slice(8)}-${born.slice(5, 7)}`)
        : isYearOnly
          ? civilDate(`${born.slice(0, 4)}-01-01`)
          : born,
      precision: isYearOnly ? 'year' : isSwapped ? 'day' : person.version.precision,
      ...knownOn(laterThan(person.createdAt)),
    })
    register.twice.push({ person, again })
  }
}

/** Some months after a first record, and after the figures of December 2022. */
function laterThan(moment: string): string {
  const month = Math.max(monthNumber(moment) + 2, monthNumber('2023-02'))
  return dayIn(month, 14)
}

function becomesPensioner({ register, offices }: Cases, person: Person) {
  const homeAreaId = person.residence.areaId
  const recordedAt = instant('2025-07-03T09:30:00Z')
  const decide = (kind: 'stop' | 'grant', reason: string) =>
    offices.decide({
      kind,
      homeAreaId,
      signedOn: civilDate('2025-07-02'),
      effective: month('2025-07'),
      reason,
    })
  const why = 'Chuyển sang trợ cấp hưu trí xã hội theo Nghị định 176/2025/NĐ-CP'
  register.close({
    person,
    benefit: allowance,
    lastMonth: monthNumber('2025-06'),
    decision: decide('stop', why),
    reason: 'other',
    recordedAt,
  })
  const opened = decide('grant', why)
  register.grant({
    person,
    benefit: 'social_pension',
    rule: 'SP',
    payee: person,
    areaId: opened.areaId,
    from: month('2025-07'),
    opened,
    recordedAt,
  })
}

/** People who could have something and have asked for nothing, by name and by the hundred. */
function unusedRights(cases: Cases) {
  const { person, random, maker, all, scale, last } = cases
  person('Lưu Thị Tý', 'female', '1951-03-12', '2026-04-14')
  person('Phạm Văn Bính', 'male', '1951-12-02', '2026-09-15')
  const near = person('Cao Thị Dậu', 'female', '1954-05-05', '2026-02-07')
  cases.poorSince(cases.family(near, [], '2026-02-07'), 2026)
  cases.certify(
    person('Triệu Văn Lợi', 'male', '1977-07-17', '2026-06-09'),
    'exceptionally_severe',
    'mobility',
    '2026-06-04',
    '2026-06-09',
  )
  for (let count = Math.max(4, Math.round(420 * scale)); count > 0; count--) {
    const place = random.pick(all)
    const { born, precision } = maker.bornFor(random.between(75, 88), Math.min(last, monthNumber('2026-06')))
    const on: CivilDate = civilDate(
      `2025-${String(random.between(7, 9)).padStart(2, '0')}-1${random.below(9)}`,
    )
    maker.person({ place, sex: random.chance(0.6) ? 'female' : 'male', born, precision, ...knownOn(on) })
  }
}

/** A pension, a prison sentence, a facility: rights that end or never begin for a reason that is not age. */
function elsewhere(cases: Cases) {
  const { person, fact, award, last } = cases
  const pensioner = person('Vũ Thị Oanh', 'female', '1949-11-20', '2025-10-07')
  fact(pensioner, 'pension', '2004-12-01', '2025-10-07', { monthly: 2_900_000 }, { document: 'Thẻ hưu' })
  const small = person('Đinh Thị Mùi', 'female', '1949-02-14', '2025-10-08')
  cases.poorSince(cases.family(small, [], '2025-10-08'), 2026)
  fact(
    small,
    'maintenance_obligor',
    '2025-01-01',
    '2025-10-08',
    { state: 'none' },
    { document: 'Biên bản xác minh của xã' },
  )
  if (last >= monthNumber('2026-02'))
    award(
      small,
      allowance,
      '2026-02',
      '2026-02-17',
      'Người cao tuổi thuộc hộ nghèo, không có người phụng dưỡng',
    )
  const sentenced = person('Hoàng Văn Sơn', 'male', '1985-08-08', '2024-04-02')
  cases.certify(sentenced, 'severe', 'mental', '2024-04-01', '2024-04-02')
  award(sentenced, allowance, '2024-04', '2024-05-06', 'Người khuyết tật nặng')
  if (last >= monthNumber('2026-05')) {
    fact(
      sentenced,
      'detention',
      '2026-05-11',
      '2026-05-13',
      { kind: 'sentence' },
      { document: 'Quyết định thi hành án', number: 'THA 44/2026' },
    )
    stop(cases, sentenced, {
      lastMonth: monthNumber('2026-05'),
      decided: monthNumber('2026-05'),
      day: 19,
      reason: 'ineligible',
      words: 'Chấp hành án phạt tù từ ngày 11/05/2026',
    })
  }
}
