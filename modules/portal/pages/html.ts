import { html as tagged, raw as written } from 'hono/html'

/** A piece of a page whose texts are escaped. */
export type Html = { readonly isEscaped: true; toString(): string }
type Piece = Html | string | number | false | null | undefined | readonly Piece[]

/** A page is a text, on the server and on the phone alike: every value put into it is escaped unless it is a piece itself. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Html {
  // Nothing put in here is waited for, so the text is there at once.
  return tagged(strings, ...values.map((value) => (value === false ? '' : value))) as unknown as Html
}

/** Text that is markup already: drawings and styles of the build, and nothing anybody typed. */
export const raw = (markup: string): Html => written(markup) as unknown as Html // Made of a string, it is there at once.
