/** A finding tells several things in one detail, «name|day». */
export function detailParts(detail: string | null): readonly [string, ...string[]] {
  return (detail ?? '').split('|') as [string, ...string[]] // Split gives one at least.
}
