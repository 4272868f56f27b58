import type { Ctx } from '#platform/server/context'
import { tiesAround } from '../db/ties-around.ts'
import type { Birth } from '../domain/birth-date.ts'
import { contradictionsOf, newAmong, type Contradiction, type Tie } from '../domain/contradictions.ts'
import { problems } from '../domain/problems.ts'

type Person = Birth & { readonly id: string; readonly fullName: string }
/** Somebody as they are known, and how they will be. */
export type Rebirth = { readonly person: Birth & { readonly id: string }; readonly after: Birth }

/** No other birth makes somebody younger than a child of theirs, or older than a parent. */
export async function assertBirthFitsTies(ctx: Ctx, rebirths: readonly Rebirth[]) {
  const corrected = rebirths.filter(
    ({ person, after }) => person.born !== after.born || person.bornPrecision !== after.bornPrecision,
  )
  if (corrected.length === 0) return
  const ties = await tiesAround(
    ctx,
    corrected.map(({ person }) => person.id),
  )
  const bornNow = new Map(corrected.map(({ person, after }) => [person.id, after]))
  for (const { person, after } of corrected) {
    const own = ties.filter(({ personId }) => personId === person.id)
    const then = own.map((tie) => ({
      ...tie,
      other: tie.other && { ...tie.other, ...bornNow.get(tie.otherId) },
    }))
    refuseFirst(newAmong(contradictionsOf(person, own), contradictionsOf({ id: person.id, ...after }, then)))
  }
}

/** One more tie contradicts none there is, on either side. */
export async function assertTieFits(
  ctx: Ctx,
  [one, other]: readonly [Person, Person],
  tie: Pick<Tie, 'kind' | 'during'>,
) {
  const ties = await tiesAround(ctx, [one.id, other.id])
  for (const [person, whom, side] of [
    [one, other, 'from'],
    [other, one, 'to'],
  ] as const) {
    const own = ties.filter(({ personId }) => personId === person.id)
    const fresh = { ...tie, side, otherId: whom.id, other: whom }
    refuseFirst(newAmong(contradictionsOf(person, own), contradictionsOf(person, [...own, fresh])))
  }
}

const fields: Readonly<Record<Contradiction['code'], string>> = {
  relation_with_self: 'otherId',
  relation_exists: 'otherId',
  spouse_is_parent: 'otherId',
  already_married: 'otherId',
  guardian_has_guardian: 'personId',
  parent_born_after_child: 'personId',
  parent_too_young: 'personId',
}

/** Refuses for the first thing that cannot be, naming whom it is about where the actor may see them. */
export function refuseFirst([first]: readonly Contradiction[]) {
  if (!first) return
  const { code, ties } = first
  throw problems(code, {
    field: fields[code],
    ties: ties.map(({ kind, side, other }) => ({
      kind,
      side,
      fullName: other?.fullName ?? null,
      born: other?.born ?? null,
      bornPrecision: other?.bornPrecision ?? null,
    })),
  })
}
