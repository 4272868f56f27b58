import type { Fix, RuleId } from '../contract.ts'

const page = '/nghiep-vu/chat-luong'

/** A rule in an address: its id with hyphens. */
export const nameOf = (rule: RuleId) => rule.replaceAll('_', '-')

export const overviewHref = (areaId?: number) => (areaId === undefined ? page : `${page}?xa=${areaId}`)

type Shown = {
  readonly areaId?: number | undefined
  readonly show?: 'open' | 'excepted'
  readonly page?: number
}

export function listHref(rule: RuleId, { areaId, show = 'open', page: at = 1 }: Shown = {}): string {
  const search = new URLSearchParams({
    ...(areaId !== undefined && { xa: String(areaId) }),
    ...(show === 'excepted' && { muc: 'dung-nhu-vay' }),
    ...(at > 1 && { trang: String(at) }),
  }).toString()
  return `${page}/${nameOf(rule)}${search && `?${search}`}`
}

export const personHref = (id: string) => `/nghiep-vu/nguoi/${id}`

/** Where it is put right, and which permission that takes; what is typed here has no other place. */
export const fixes: Readonly<
  Record<Fix, { readonly permission: string; readonly href?: (id: string) => string }>
> = {
  number: { permission: 'people.record' },
  identity: change('identity'),
  disability: change('disability'),
  household: change('change_head'),
  home: change('move'),
  stop_award: file('termination'),
  transfer: file('residence_transfer'),
  way: { permission: 'payments.ask_way', href: (id) => `${personHref(id)}/cach-nhan` },
  guardian: change('guardian'),
  carer: change('carer'),
  facts: { permission: 'people.read', href: personHref },
  verify: { permission: 'changes.read', href: (id) => `${personHref(id)}/bien-dong` },
}

function change(kind: string) {
  return {
    permission: 'changes.record',
    href: (id: string) => `/nghiep-vu/bien-dong/moi?nguoi=${id}&loai=${kind}`,
  }
}

function file(procedure: string) {
  return {
    permission: 'applications.handle',
    href: (id: string) => `/nghiep-vu/tiep-nhan?nguoi=${id}&thutuc=${procedure}`,
  }
}
