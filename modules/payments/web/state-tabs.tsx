import { TabLinks } from '#ui/tabs'

/** The parts of a list by where its rows stand, and before them all of it. */
export function StateTabs<State extends string>({
  label,
  words: { all, states },
  options,
  state,
  href,
}: {
  label: string
  words: { readonly all: string; readonly states: Readonly<Record<State, string>> }
  options: readonly State[]
  state: State | undefined
  href: (of: { state?: State }) => string
}) {
  return (
    <TabLinks
      label={label}
      links={[
        { href: href({}), label: all, isHere: state === undefined },
        ...options.map((one) => ({ href: href({ state: one }), label: states[one], isHere: one === state })),
      ]}
    />
  )
}
