import { committeeOf, type Issuer } from '#modules/documents'
import { getArea } from '#modules/geography'
import type { Ctx } from '#platform/server/context'

/** The People’s Committee a unit decides as: districts until 30/06/2025, communes since. */
export async function issuerOf(ctx: Ctx, areaId: number): Promise<Issuer> {
  const { name, level } = await getArea(ctx, areaId)
  return committeeOf({ name, level: level === 2 ? 'district' : 'commune' })
}

/** In what office somebody signs: «KT. Chủ tịch, Phó Chủ tịch Ủy ban nhân dân xã Tam Sơn». */
export function officeSigned({ authority }: Pick<Issuer, 'authority'>, isDeputy: boolean): string {
  return isDeputy ? `KT. Chủ tịch, Phó ${authority}` : authority
}
