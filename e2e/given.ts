import type { Colleague } from './colleagues.ts'

type Newcomer = {
  readonly fullName: string
  readonly born: string
  readonly village?: string
}

/** A woman of the officer’s commune who is newly in the register; gives her id. */
export async function givenPerson(
  officer: Colleague,
  { fullName, born, village = 'Thôn Đông' }: Newcomer,
): Promise<string> {
  const { areaId } = await officer.get<{ areaId: number }>('/me')
  const { personId } = await officer.ask<{ personId: string }>('/people', {
    fullName,
    sex: 'female',
    born,
    bornPrecision: 'day',
    home: { areaId, village },
    source: 'Tờ khai',
    requestId: crypto.randomUUID(),
  })
  return personId
}

type Wish = Newcomer & {
  readonly level?: 'severe' | 'exceptionally_severe'
  readonly procedure?: 'monthly_allowance' | 'facility_admission'
  readonly phone?: string
  /** When it came, where that is not now. */
  readonly receivedAt?: string | undefined
  /** Whether every paper is there and the officer takes it in at once. */
  readonly isComplete?: boolean
}

/** A file at the counter about somebody who is newly in the register, and disabled. */
export async function givenFile(
  officer: Colleague,
  {
    level = 'severe',
    procedure = 'monthly_allowance',
    phone,
    receivedAt,
    isComplete = false,
    ...newcomer
  }: Wish,
) {
  const { fullName, born } = newcomer
  const { areaId } = await officer.get<{ areaId: number }>('/me')
  const personId = await givenPerson(officer, newcomer)
  await officer.post(`/people/${personId}/circumstances`, {
    kind: 'disability',
    detail: { level, types: ['sight'], issuedOn: '2020-01-01' },
    from: '2020-01-01',
    source: 'Giấy xác nhận khuyết tật',
  })
  const isAdmission = procedure === 'facility_admission'
  const shown = [
    ...(isAdmission || isComplete ? ['disability_certificate'] : []),
    ...(!isAdmission && isComplete ? ['identity'] : []),
  ]
  return officer.ask<{ id: string; code: string }>('/applications', {
    procedure,
    channel: 'counter',
    areaId,
    personId,
    subject: { fullName, sex: 'female', born, phone: phone ?? null },
    ...(receivedAt && { receivedAt }),
    asked: { standing: { disability: level }, ...(isAdmission && { answers: { admission: 'state' } }) },
    papers: shown.map((kind) => ({ kind, state: 'provided' })),
    isComplete,
    requestId: crypto.randomUUID(),
  })
}

/** Somebody newly in the register of the officer’s commune, with an allowance signed today; gives their id. */
export async function givenAllowance(
  { officer, chair }: { readonly officer: Colleague; readonly chair: Colleague },
  newcomer: Newcomer,
): Promise<string> {
  const { id } = await givenFile(officer, { ...newcomer, isComplete: true })
  await draftAndSign(id, { officer, chair }, { action: 'propose', kind: 'grant' })
  const { personId } = await officer.get<{ personId: string }>(`/applications/${id}`)
  return personId
}

/** The officer drafts what the file comes to, the chair signs it. */
export async function draftAndSign(
  id: string,
  { officer, chair }: { readonly officer: Colleague; readonly chair: Colleague },
  draft: { readonly action: string; readonly kind: string; readonly detail?: object },
) {
  const { version } = await officer.get<{ version: number }>(`/applications/${id}`)
  const { proposalId } = await officer.ask<{ proposalId: string }>(`/applications/${id}/proposals`, {
    version,
    ...draft,
    requestId: crypto.randomUUID(),
  })
  await chair.post('/decision-signatures', {
    ids: [proposalId],
    isRead: true,
    requestId: crypto.randomUUID(),
  })
}
