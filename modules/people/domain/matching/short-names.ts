/** English names and what people called so are called for short; either may stand in a list. */
export const shortNames: readonly (readonly string[])[] = (
  'alexander alex sandy, andrew andy drew, anthony tony, benjamin ben, catherine katherine kate kathy cathy, ' +
  'charles charlie chuck, christopher chris, daniel dan danny, david dave, deborah debbie, donald don, dorothy dot, ' +
  'edward ed eddie ted, elizabeth liz beth betty eliza, frances fran, francis frank, frederick fred, gregory greg, ' +
  'harold harry, henry harry hank, isabella bella, jacob jake, james jim jimmy, jennifer jenny jen, john jack johnny, ' +
  'jonathan jon, joseph joe, joshua josh, kenneth ken, lawrence larry, margaret maggie peggy meg, matthew matt, ' +
  'michael mike mick, nicholas nick, patricia pat tricia, patrick pat, peter pete, philip phil, rebecca becky, ' +
  'richard rick dick, robert bob rob bobby, ronald ron, samantha sam, samuel sam, stephen steve, steven steve, ' +
  'susan sue, theodore ted, thomas tom, timothy tim, victoria vicky, william will bill billy'
)
  .split(', ')
  .map((line) => line.split(' '))

const formsOf = new Map<string, Set<number>>()
for (const [index, forms] of shortNames.entries())
  for (const form of forms) formsOf.set(form, (formsOf.get(form) ?? new Set()).add(index))

/** Whether one is short for the other, or both for the same. */
export function areOneName(one: string, other: string): boolean {
  const others = formsOf.get(other)
  return others !== undefined && [...(formsOf.get(one) ?? [])].some((index) => others.has(index))
}
