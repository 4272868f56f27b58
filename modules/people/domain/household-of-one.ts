type Member = { readonly householdId: string; readonly personId: string; readonly isHead: boolean }

export type HouseholdOfOne<Of extends Member> = {
  /** The kept record goes on where the merged one stood. */
  readonly goesOver: boolean
  /** The household that loses its head by it, and those who stay there; undefined where none does, or nobody stays. */
  readonly left: { readonly householdId: string; readonly staying: readonly Of[] } | undefined
}

/**
 * What becomes of the households of two records that are one person, given everybody of both as they are now: the person stays where
 * the kept record stands, unless the other home was chosen or the kept record is of no household. Who stood in one household twice, and
 * led it once, leads it.
 */
export function householdOfOne<Of extends Member>(
  members: readonly Of[],
  {
    keptId,
    mergedId,
    takesHome,
  }: { readonly keptId: string; readonly mergedId: string; readonly takesHome: boolean },
): HouseholdOfOne<Of> {
  const own = members.find(({ personId }) => personId === keptId)
  const other = members.find(({ personId }) => personId === mergedId)
  const isOne = own?.householdId === other?.householdId
  const goesOver = isOne ? !own?.isHead && Boolean(other?.isHead) : Boolean(other) && (!own || takesHome)
  const leaving = goesOver ? own : other
  if (!leaving?.isHead || isOne) return { goesOver, left: undefined }
  const { householdId } = leaving
  const staying = members.filter(
    (one) => one.householdId === householdId && one.personId !== keptId && one.personId !== mergedId,
  )
  return { goesOver, left: staying.length > 0 ? { householdId, staying } : undefined }
}
