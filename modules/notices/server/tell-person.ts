import type { Correspondent } from '#modules/applications'
import { areaNames } from '#modules/geography'
import { addSeconds, type CivilDate } from '#kernel/civil-date'
import { formatDay } from '#kernel/written'
import { publicOrigin, readConfiguration } from '#platform/server/configuration'
import type { Ctx } from '#platform/server/context'
import { isRefusedAt } from '../db/channels.ts'
import { countTo, insertNotices } from '../db/notices.ts'
import { wires, type NewsKind, type Wire } from '../domain/kinds.ts'
import { readMobile } from '../domain/phone.ts'
import { mostPerAddress, newsLasts } from '../domain/retry.ts'
import { routesTo, type Route } from '../domain/route.ts'
import { messageOf, type Parts } from '../domain/texts.ts'
import { tellWhoBrings } from './bring-by-hand.ts'

/** What there is to be told, about which file. */
export type Told = {
  /** The same told twice is told once. */
  readonly key: string
  readonly kind: NewsKind
  /** What it is about; without an id and a code where somebody wrote without a file. */
  readonly file: {
    readonly id: string | null
    readonly code: string | null
    readonly areaId: number
    readonly isConfidential: boolean
  }
  readonly dueOn: CivilDate | null
  /** Of a change of how somebody is paid. */
  readonly way?: Parts['way'] | undefined
  readonly correspondent: Correspondent
}

/** Makes the notices by which a person is told something, one for each way; nothing is sent yet. */
export async function tellPerson(ctx: Ctx, { key, kind, file, dueOn, way, correspondent }: Told) {
  const { wires: set } = readConfiguration()
  const bars = await barsTo(ctx, correspondent)
  const routes = routesTo(kind, correspondent, file, {
    isOn: (wire) => set[wire] !== undefined,
    barTo: (wire) => bars[wire],
  })
  const message = messageOf(kind, file.isConfidential, await partsOf(ctx, { file, dueOn, way }))
  const made = await insertNotices(
    ctx,
    routes.map((route) => ({
      key,
      kind,
      ...route,
      ...wordsFor(route, message),
      applicationId: file.id,
      areaId: file.areaId,
      isConfidential: file.isConfidential,
      toName: correspondent.fullName,
      village: correspondent.village,
      createdAt: ctx.now,
      dueAt: ctx.now,
      giveUpAt: route.channel === 'letter' ? null : addSeconds(ctx.now, newsLasts),
      attemptedAt: null,
      leasedUntil: null,
      sentAt: null,
      reference: null,
      settledAt: null,
      settledBy: null,
      settledName: null,
      telling: null,
    })),
  )
  if (made.some(({ channel }) => channel === 'letter')) await tellWhoBrings(ctx, file)
}

/** A letter has no words of its own: all are the same. */
function wordsFor({ channel }: Route, { sms, email }: ReturnType<typeof messageOf>) {
  switch (channel) {
    case 'sms':
      return { subject: null, text: sms }
    case 'email':
      return email
    case 'letter':
      return { subject: null, text: null }
  }
}

/** Why an address gets nothing more: its owner wants no messages, or it had its share of the day. */
async function barsTo(ctx: Ctx, { phone, email }: Correspondent) {
  const addresses: Readonly<Record<Wire, string | undefined>> = {
    sms: readMobile(phone),
    email: email ?? undefined,
  }
  const bars: Partial<Record<Wire, 'refused' | 'too_many'>> = {}
  for (const wire of wires) {
    const address = addresses[wire]
    if (!address) continue
    if (await isRefusedAt(ctx, wire, address)) bars[wire] = 'refused'
    else if ((await countTo(ctx, address, addSeconds(ctx.now, -24 * 3600))) >= mostPerAddress)
      bars[wire] = 'too_many'
  }
  return bars
}

async function partsOf(
  ctx: Ctx,
  { file: { code, areaId }, dueOn, way }: Pick<Told, 'file' | 'dueOn' | 'way'>,
): Promise<Parts> {
  const configuration = readConfiguration()
  const { helpPhone } = configuration
  const unit = (await areaNames(ctx, [areaId])).get(areaId) ?? ''
  const { host } = new URL(publicOrigin(configuration))
  return {
    unit,
    code: code ?? '',
    way: way ?? { vi: '', en: '' },
    due: dueOn ? formatDay(dueOn) : '',
    ask: helpPhone ? { vi: ` Hỏi: ${helpPhone}.`, en: ` Ask: ${helpPhone}.` } : { vi: '', en: '' },
    page: `${host}/tra-cuu`,
    feedback: `${host}/phan-anh`,
  }
}
