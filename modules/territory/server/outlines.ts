import {
  allAreas,
  keepOutlines,
  outlinedSince,
  readBoundaries,
  type Area,
  type BoundaryFile,
  type GivenOutline,
  type ReformStep,
  type UnitOutline,
} from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { getStep, type Step } from '../db/reforms.ts'
import { listStepOutlines, putStepOutlines } from '../db/step-outlines.ts'

type OutlineFile = Omit<BoundaryFile, 'on'>

/**
 * Reads the outlines of the parts a step divides communes into. Before the day they wait with the step, and its map is drawn
 * by them; afterwards they are outlines of the units at once.
 */
export async function importStepOutlines(ctx: Ctx, { id, ...file }: OutlineFile & { readonly id: string }) {
  const step = await getStep(ctx, id, { isLocked: file.isKept })
  const parts = new Map((await partsOf(ctx, step.plan)).map((area) => [area.code, area]))
  const { source, note, isSchematic } = file
  return readBoundaries(
    { ...file, on: step.effective },
    {
      named: (code) => parts.get(code),
      missingFrom: (drawn) => {
        const known = new Set(drawn.map(({ code }) => code))
        return Promise.resolve([...parts.values()].flatMap(({ code, name }) => (known.has(code) ? [] : name)))
      },
      keep: (outlines) =>
        step.state === 'applied'
          ? keepOutlines(
              ctx,
              step.effective,
              outlines.map((outline) => ({ ...outline, source, note, isSchematic })),
            )
          : wait(ctx, step, file, outlines),
    },
  )
}

async function wait(
  ctx: Ctx,
  { id, reformId, effective }: Step,
  { source, note, isSchematic }: OutlineFile,
  outlines: readonly UnitOutline[],
) {
  await putStepOutlines(
    ctx,
    outlines.map(({ area, polygons, areaKm2 }) => ({
      reformId,
      effective,
      code: area.code,
      rings: JSON.stringify(polygons),
      areaKm2: areaKm2.toFixed(3),
      source,
      note,
      isSchematic,
      givenAt: ctx.now,
      givenBy: ctx.actor.userId,
    })),
  )
  ctx.audit({ action: 'territory.outlines_given', subject: id, details: { outlines: outlines.length } })
}

/** The units whose land nobody can put together: parts of a divided one, and whatever took such a part in. */
async function partsOf(ctx: Ctx, { changes, opens }: ReformStep): Promise<Area[]> {
  const ways = Map.groupBy(changes, ({ fromId }) => fromId)
  const ids = new Set(
    [...ways.values()].filter((out) => out.length > 1).flatMap((out) => out.map(({ toId }) => toId)),
  )
  if (ids.size === 0) return []
  const known = [...opens, ...(await allAreas(ctx))].filter(({ id }) => ids.has(id))
  return [...new Map(known.map((area) => [area.id, area])).values()].toSorted((one, other) =>
    one.code < other.code ? -1 : 1,
  )
}

/** Those units, and whether each has an outline that came with the change. */
export async function listParts(ctx: Ctx, step: Step) {
  const parts = await partsOf(ctx, step.plan)
  if (parts.length === 0) return []
  const given = new Set((await listStepOutlines(ctx, step)).map(({ code }) => code))
  const drawn =
    step.state === 'applied'
      ? await outlinedSince(
          ctx,
          parts.map(({ id }) => id),
          step.effective,
        )
      : undefined
  return parts.map(({ id, code, name }) => ({
    id,
    code,
    name,
    isDrawn: drawn ? drawn.has(id) : given.has(code),
  }))
}

/** What was given with some steps, by the units they open or widen; what was applied is drawn by the outlines of the units. */
export async function givenOutlines(
  ctx: Ctx,
  steps: readonly Step[],
): Promise<ReadonlyMap<number, GivenOutline>> {
  const given = new Map<number, GivenOutline>()
  for (const step of steps) {
    const areas = new Map((await partsOf(ctx, step.plan)).map((area) => [area.code, area.id]))
    for (const { code, rings, source, isSchematic } of await listStepOutlines(ctx, step)) {
      const id = areas.get(code)
      if (id !== undefined) given.set(id, { polygons: rings, source, isSchematic })
    }
  }
  return given
}

/** With the day, what was given becomes the outline of each unit. */
export async function keepGiven(ctx: Ctx, step: Step): Promise<void> {
  const areas = new Map((await partsOf(ctx, step.plan)).map((area) => [area.code, area]))
  await keepOutlines(
    ctx,
    step.effective,
    (await listStepOutlines(ctx, step)).flatMap(({ code, rings, areaKm2, ...outline }) => {
      const area = areas.get(code)
      return area ? { ...outline, area, polygons: rings, areaKm2: Number(areaKm2) } : []
    }),
  )
}
