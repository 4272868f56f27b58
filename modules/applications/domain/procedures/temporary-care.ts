import { nd147, nd20, nd335, tt02, type Source } from '#modules/entitlement'
import { eventIs } from '../file-condition.ts'
import type { Clock, Edition, Paper, Procedure, Step } from '../procedure.ts'
import {
  atOnce,
  firstOfR21,
  firstOfR25,
  firstOfR26,
  ofTheWhole,
  workingDays,
  type WaitingClock,
} from './clocks.ts'
import { communeChair, districtChair } from './competence.ts'
import { decide, endings, intake, paused, verify } from './parts.ts'

const papers = (cite: Source): readonly Paper[] => [
  {
    id: 'village_list',
    name: { vi: 'Danh sách do trưởng thôn lập', en: 'List by the village head' },
    when: eventIs('reason', 'child_without_parents'),
    how: 'kept',
    cite,
  },
  {
    id: 'incident_record',
    name: { vi: 'Biên bản về vụ việc', en: 'Record of what happened' },
    when: eventIs('reason', 'victim', 'wandering', 'province'),
    how: 'kept',
    isConfidential: true,
    cite,
  },
]

/** At most three months with one household; then home, another household or a facility. */
function steps(
  stay: Clock,
  clocks: { readonly verify: WaitingClock; readonly decide: WaitingClock },
): Edition['steps'] {
  const cared: Step = {
    id: 'stay',
    name: { vi: 'Đang được chăm sóc', en: 'In care' },
    by: 'commune_officer',
    clock: stay,
    tells: {
      vi: 'Người được trợ giúp đang được chăm sóc, lâu nhất đến ngày {due}.',
      en: 'The person is being cared for, until {due} at the latest.',
    },
    actions: [
      { id: 'go_home', label: { vi: 'Ghi nhận đã về nhà', en: 'Record the return home' }, to: 'done' },
      {
        id: 'move_on',
        label: { vi: 'Chuyển hộ khác hoặc vào cơ sở', en: 'To another household or a facility' },
        to: 'done',
        needsReason: true,
      },
    ],
  }
  return [
    ...intake('verify'),
    verify({ to: 'decide', clock: clocks.verify, proposes: ['support'] }),
    paused('verify'),
    decide({ back: 'verify', clock: clocks.decide, kinds: ['support'], to: 'stay' }),
    cared,
    ...endings,
  ]
}

const threeMonths = (cite: Source): Clock => ({
  kind: 'longest',
  length: 3,
  unit: 'months',
  starts: 'entered',
  pauses: false,
  cite,
})

const r21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR25,
  cite: nd20('Điều 18, Điều 21'),
  channels: { among: ['counter', 'home_visit'], cite: nd20('Điều 21') },
  where: { vi: 'Ủy ban nhân dân cấp xã nơi phát hiện', en: 'The commune where the person is found' },
  forms: [],
  papers: papers(nd20('Điều 21')),
  total: workingDays(5, nd20('Điều 21'), 'complete'),
  steps: steps(threeMonths(tt02('Điều 3')), {
    verify: workingDays(2, nd20('Điều 21'), 'complete'),
    decide: workingDays(3, nd20('Điều 21')),
  }),
  open: ['PROC-PAUSE', 'PROC-WAIT'],
}

const r25: Edition = {
  ...r21,
  regime: 'R25',
  from: firstOfR25,
  until: firstOfR26,
  cite: nd147('Điều 6–10', 'uncertain'),
  total: workingDays(10, nd147('Điều 6–10', 'uncertain'), 'complete'),
  steps: steps(threeMonths(tt02('Điều 3')), { verify: ofTheWhole, decide: ofTheWhole }),
  open: ['FUN-DAYS', 'PROC-PAUSE', 'PROC-WAIT'],
}

/** The commune chair inspects and decides alone; Điều 15, who is cared for, was not read. */
const r26: Edition = {
  ...r25,
  regime: 'R26',
  from: firstOfR26,
  until: undefined,
  cite: nd335('Điều 16, Điều 18'),
  channels: { among: ['counter', 'home_visit'], cite: nd335('Điều 18') },
  papers: papers(nd335('Điều 18', 'uncertain')),
  total: {
    kind: 'none',
    why: {
      vi: 'Điều 18 Nghị định 335/2026/NĐ-CP không nêu số ngày: làm ngay',
      en: 'Art. 18 of Decree 335/2026 names no days: at once',
    },
  },
  steps: steps(threeMonths(nd335('khoản 2 Điều 16')), { verify: atOnce, decide: atOnce }),
  open: ['1', 'PROC-CARE-26', 'PROC-WAIT'],
}

export const temporaryCare: Procedure = {
  id: 'temporary_care',
  name: { vi: 'Chăm sóc tạm thời tại cộng đồng', en: 'Temporary care in the community' },
  about: {
    vi: 'Cho trẻ em và người lớn cần được chăm sóc ngay trong khi chờ về nhà hoặc vào cơ sở.',
    en: 'For children and adults who need care at once, until they go home or to a facility.',
  },
  benefits: [],
  events: ['temporary_care'],
  begunBy: 'either',
  competent: [districtChair(nd20('Điều 21')), communeChair(firstOfR25, nd147('Điều 6–10', 'uncertain'))],
  editions: [r21, r25, r26],
}
