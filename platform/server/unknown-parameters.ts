import type { ZodType } from 'zod'

/**
 * Parameters of an address that the operation does not know: a filter that is misspelt would otherwise give everything, and
 * whoever asked would take it for what they asked for. Only what reads takes any; the rest is told in the body.
 */
export function unknownParameters(url: string, method: string | undefined, input: unknown): string[] {
  const given = [...new URL(url).searchParams.keys()].map((name) => name.replace(/[[.].*$/, ''))
  if (given.length === 0) return []
  const known =
    method === 'GET' || method === undefined ? keysOf(input as ZodType | undefined) : new Set<string>() // Schemas are Zod’s here.
  return known ? [...new Set(given)].filter((name) => !known.has(name)) : []
}

type Inside = {
  readonly type: string
  readonly shape?: Readonly<Record<string, unknown>>
  readonly in?: ZodType
  readonly innerType?: ZodType
  readonly options?: readonly ZodType[]
  readonly left?: ZodType
  readonly right?: ZodType
}

/** The names an input may have at its top; nothing where a schema does not say. */
function keysOf(schema: ZodType | undefined): ReadonlySet<string> | undefined {
  if (!schema) return new Set()
  const inside = schema._zod.def as unknown as Inside // What every kind of schema keeps of itself.
  switch (inside.type) {
    case 'object':
      return new Set(Object.keys(inside.shape ?? {}))
    case 'void':
    case 'undefined':
      return new Set()
    case 'pipe':
      return keysOf(inside.in)
    case 'optional':
    case 'default':
    case 'nullable':
    case 'readonly':
      return keysOf(inside.innerType)
    case 'union':
      return joined(inside.options ?? [])
    case 'intersection':
      return joined([inside.left, inside.right])
    default:
      return undefined
  }
}

function joined(schemas: readonly (ZodType | undefined)[]): ReadonlySet<string> | undefined {
  const all = schemas.map(keysOf)
  return all.every((keys) => keys !== undefined) ? new Set(all.flatMap((keys) => [...keys])) : undefined
}
