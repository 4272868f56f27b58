/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a tree grid has no element of its own */
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type ReasonNode = {
  readonly id: string
  /** A heading, a condition met or not, a sum, or plain words. */
  readonly kind: 'head' | 'yes' | 'no' | 'plus' | 'plain'
  readonly reason: ReactNode
  /** Where it stopped, and when time alone will change it. */
  readonly stop?: ReactNode
  /** The arithmetic and its result. */
  readonly sum?: ReactNode
  /** The citation, right of the double rule. */
  readonly law?: ReactNode
  readonly children?: readonly ReasonNode[]
  /** Open at first; headings are. */
  readonly isOpen?: boolean
}

type Shown = { readonly node: ReasonNode; readonly level: number; readonly parent: string | undefined }

/** Why: reason, arithmetic, law. ↑ ↓ move, ← → close and open, * opens everything below. */
export function ExplanationTree({ label, nodes }: { label: string; nodes: readonly ReasonNode[] }) {
  const [open, setOpen] = useState(() => initiallyOpen(nodes))
  const [here, setHere] = useState(nodes[0]?.id)
  const rows = useRef(new Map<string, HTMLDivElement>())
  const shown = flatten(nodes, open, 1, undefined)
  const current = shown.some(({ node }) => node.id === here) ? here : shown[0]?.node.id

  function toggle(id: string, isOpen: boolean) {
    setOpen((before) => {
      const after = new Set(before)
      if (isOpen) after.add(id)
      else after.delete(id)
      return after
    })
  }
  function go(id: string | undefined) {
    if (id === undefined) return
    setHere(id)
    rows.current.get(id)?.focus()
  }
  function press(event: KeyboardEvent<HTMLDivElement>, { node, parent }: Shown) {
    if (event.nativeEvent.isComposing) return
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a, button')]
    const inCell = links.findIndex((link) => link === document.activeElement)
    const place = shown.findIndex((row) => row.node.id === node.id)
    const hasChildren = Boolean(node.children?.length)
    const moves: Record<string, (() => void) | undefined> = {
      ArrowDown: () => go(shown[place + 1]?.node.id),
      ArrowUp: () => go(shown[place - 1]?.node.id),
      Home: () => go(shown[0]?.node.id),
      End: () => go(shown.at(-1)?.node.id),
      ArrowRight: () =>
        hasChildren && !open.has(node.id)
          ? toggle(node.id, true)
          : links[Math.min(inCell + 1, links.length - 1)]?.focus(),
      ArrowLeft: () =>
        inCell > 0
          ? links[inCell - 1]?.focus()
          : inCell === 0
            ? go(node.id)
            : hasChildren && open.has(node.id)
              ? toggle(node.id, false)
              : go(parent),
      Enter: inCell >= 0 || !hasChildren ? undefined : () => toggle(node.id, !open.has(node.id)),
      '*': () => setOpen(new Set([...open, ...allBelow([node])])),
    }
    const move = moves[event.key]
    if (!move || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    move()
  }
  return (
    <div className="why" role="treegrid" aria-label={label}>
      {shown.map((row) => {
        const { node, level } = row
        const isOpen = node.children?.length ? open.has(node.id) : undefined
        return (
          <div
            key={node.id}
            ref={(element) => {
              if (element) rows.current.set(node.id, element)
              else rows.current.delete(node.id)
            }}
            role="row"
            className={node.kind === 'head' ? 'head' : undefined}
            style={{ '--level': level }}
            aria-level={level}
            aria-expanded={isOpen}
            tabIndex={node.id === current ? 0 : -1}
            onFocus={() => setHere(node.id)}
            onKeyDown={(event) => press(event, row)}
            onClick={({ target }) => {
              const isLink = target instanceof Element && target.closest('a, button')
              if (isOpen !== undefined && !isLink) toggle(node.id, !isOpen)
            }}
          >
            <div role="gridcell" className="reason">
              {isOpen === undefined ? <span /> : <Icon name="right" className="twist" />}
              <Verdict kind={node.kind} />
              <span>
                {node.reason}
                {node.stop && <span className="stop">{node.stop}</span>}
              </span>
            </div>
            <div role="gridcell" className="sum">
              {node.sum}
            </div>
            <div role="gridcell" className="margin">
              {node.law}
            </div>
          </div>
        )
      })}
    </div>
  )
}

function Verdict({ kind }: { kind: ReasonNode['kind'] }) {
  switch (kind) {
    case 'yes':
      return <Icon name="check" className="yes" />
    case 'no':
      return <Icon name="cross" className="no" />
    case 'plus':
      return <Icon name="plus" />
    case 'head':
    case 'plain':
      return <span />
  }
}

function flatten(
  nodes: readonly ReasonNode[],
  open: ReadonlySet<string>,
  level: number,
  parent: string | undefined,
): Shown[] {
  return nodes.flatMap((node) => [
    { node, level, parent },
    ...(open.has(node.id) ? flatten(node.children ?? [], open, level + 1, node.id) : []),
  ])
}

function allBelow(nodes: readonly ReasonNode[]): string[] {
  return nodes.flatMap((node) => [node.id, ...allBelow(node.children ?? [])])
}

function initiallyOpen(nodes: readonly ReasonNode[]): ReadonlySet<string> {
  const opened = (among: readonly ReasonNode[]): string[] =>
    among.flatMap((node) => [
      ...((node.isOpen ?? node.kind === 'head') ? [node.id] : []),
      ...opened(node.children ?? []),
    ])
  return new Set(opened(nodes))
}
