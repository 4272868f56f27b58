import type { Edition } from './procedure.ts'

type Papers = Pick<Edition, 'papers'>

/**
 * What the papers of a list that few may know of go by wherever a code is enough to read about a file: the name of a paper in
 * the source of a page, or in an answer, tells as much as its name in print. One is `private`, a second `private-2`.
 */
export function aliasesOf({ papers }: Papers, kinds: readonly string[]): ReadonlyMap<string, string> {
  const confidential = new Set(papers.flatMap(({ id, isConfidential }) => (isConfidential ? id : [])))
  const named = [...new Set(kinds)].filter((kind) => confidential.has(kind))
  return new Map(named.map((kind, index) => [kind, index === 0 ? 'private' : `private-${index + 1}`]))
}

/** The paper that goes by such a name; any other by its own. */
export function kindOf(aliases: ReadonlyMap<string, string>, sent: string): string {
  return [...aliases].find(([, alias]) => alias === sent)?.[0] ?? sent
}
