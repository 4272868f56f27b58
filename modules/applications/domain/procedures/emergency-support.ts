import { nd147, nd20, nd335, type Source } from '#modules/entitlement'
import { eventHas, whenNot } from '../file-condition.ts'
import type { Edition, Paper, Procedure } from '../procedure.ts'
import { firstOfR21, firstOfR25, firstOfR26, noneRead, workingDays } from './clocks.ts'
import { communeChair, districtChair } from './competence.ts'
import { oneOffice } from './parts.ts'

const competent: Procedure['competent'] = [
  districtChair(nd20('Điều 14, Điều 15')),
  communeChair(firstOfR25, nd147('Điều 5–10', 'uncertain')),
]

const where = { vi: 'Ủy ban nhân dân cấp xã nơi cư trú', en: 'The commune where the household lives' }

const order = (cite: Source): Paper => ({
  id: 'relocation_order',
  name: { vi: 'Quyết định di dời của cơ quan có thẩm quyền', en: 'The order to relocate' },
  when: eventHas('relocationOrdered'),
  how: 'kept',
  cite,
})

const housingR21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR25,
  cite: nd20('Điều 15'),
  channels: { among: ['counter', 'home_visit'], cite: nd20('Điều 15') },
  where,
  forms: [
    {
      number: '06',
      name: { vi: 'Tờ khai đề nghị hỗ trợ làm, sửa nhà ở', en: 'Request for support for the home' },
      cite: nd20('Phụ lục, Mẫu số 06'),
    },
  ],
  papers: [order(nd20('khoản 2 Điều 15'))],
  total: noneRead,
  steps: oneOffice(['support'], { verify: noneRead, decide: noneRead }),
  open: ['PROC-HOUSING', 'PROC-PAUSE', 'PROC-WAIT'],
}

const housingR25: Edition = {
  ...housingR21,
  regime: 'R25',
  from: firstOfR25,
  until: firstOfR26,
  cite: nd147('Điều 5–10', 'uncertain'),
  open: ['FUN-DAYS', 'PROC-HOUSING', 'PROC-PAUSE', 'PROC-WAIT'],
}

const housingR26: Edition = {
  ...housingR25,
  regime: 'R26',
  from: firstOfR26,
  until: undefined,
  cite: nd335('Điều 12, Điều 13'),
  channels: { among: ['counter', 'home_visit'], cite: nd335('Điều 13') },
  forms: [],
  papers: [order(nd335('Điều 12'))],
  open: ['1', 'C17, C18, C19', 'PROC-HOUSING', 'PROC-PAUSE', 'PROC-WAIT'],
}

export const emergencyHousing: Procedure = {
  id: 'emergency_housing',
  name: { vi: 'Hỗ trợ làm, sửa nhà ở khẩn cấp', en: 'Emergency support for the home' },
  about: {
    vi: 'Cho hộ có nhà bị sập, cháy, trôi, hư hỏng nặng hoặc phải di dời khẩn cấp.',
    en: 'For households whose home is destroyed, heavily damaged or has to be left.',
  },
  benefits: [],
  events: ['home'],
  begunBy: 'either',
  competent,
  editions: [housingR21, housingR25, housingR26],
}

const nobodyBuries = eventHas('nobodyBuries')

const deathPapers = (cite: Source): readonly Paper[] => [
  {
    id: 'death_certificate',
    name: {
      vi: 'Bản sao giấy chứng tử hoặc quyết định tuyên bố mất tích',
      en: 'Copy of the death certificate, or the declaration that the person is missing',
    },
    when: whenNot(nobodyBuries),
    how: 'kept',
    cite,
  },
  {
    id: 'police_note',
    name: { vi: 'Xác nhận của Công an cấp xã', en: 'Note of the commune police' },
    when: nobodyBuries,
    how: 'kept',
    cite,
  },
]

const deathForm = (number: string, cite: Source) => ({
  number,
  name: { vi: 'Tờ khai đề nghị hỗ trợ chi phí mai táng', en: 'Request for funeral support' },
  cite,
})

const deathR21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR25,
  cite: nd20('Điều 14'),
  channels: { among: ['counter', 'home_visit'], cite: nd20('Điều 14') },
  where,
  forms: [deathForm('04', nd20('Phụ lục, Mẫu số 04'))],
  papers: deathPapers(nd20('Điều 14')),
  total: {
    kind: 'none',
    why: {
      vi: 'Thời hạn tính từ khi xã đề nghị, không tính từ khi nhận hồ sơ',
      en: 'The time runs from the proposal of the commune, not from the file',
    },
  },
  steps: oneOffice(['support'], { verify: noneRead, decide: workingDays(3, nd20('khoản 3 Điều 14')) }),
  open: ['EMG-SETOFF', 'PROC-PAUSE', 'PROC-WAIT'],
}

const deathR25: Edition = {
  ...deathR21,
  regime: 'R25',
  from: firstOfR25,
  until: firstOfR26,
  cite: nd147('Điều 6–10', 'uncertain'),
  total: workingDays(3, nd147('Điều 6–10', 'uncertain'), 'complete'),
  steps: oneOffice(['support']),
  open: ['FUN-DAYS', 'EMG-SETOFF', 'PROC-PAUSE', 'PROC-WAIT'],
}

const deathR26: Edition = {
  ...deathR25,
  regime: 'R26',
  from: firstOfR26,
  until: undefined,
  cite: nd335('Điều 12'),
  channels: { among: ['counter', 'home_visit'], cite: nd335('Điều 13') },
  forms: [deathForm('03', nd335('Mẫu số 03'))],
  papers: deathPapers(nd335('Điều 12')),
  total: workingDays(3, nd335('Điều 11', 'knowledge'), 'complete'),
  open: ['1', 'EMG-SETOFF', 'PROC-PAUSE', 'PROC-WAIT'],
}

export const emergencyDeath: Procedure = {
  id: 'emergency_death',
  name: {
    vi: 'Hỗ trợ khi có người chết, mất tích do thiên tai, tai nạn',
    en: 'Support after a death in a disaster or accident',
  },
  about: {
    vi: 'Cho hộ có người chết, mất tích vì thiên tai, hỏa hoạn, dịch bệnh, tai nạn nghiêm trọng, và người lo mai táng.',
    en: 'For households with a death or a missing person after a disaster, fire, epidemic or serious accident, and whoever buries.',
  },
  benefits: [],
  events: ['death'],
  begunBy: 'either',
  competent,
  editions: [deathR21, deathR25, deathR26],
}
