/** What came of signing: what has its number, and what is left with its reason. */
export type Outcome =
  | { readonly kind: 'returned' }
  | {
      readonly kind: 'signed'
      readonly numbers: readonly string[]
      readonly left: readonly {
        readonly name: string
        readonly code: string
        readonly details: Readonly<Record<string, unknown>>
      }[]
    }
