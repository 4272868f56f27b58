import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type ChipKind = 'ok' | 'warn' | 'err' | 'info' | 'protected' | 'neutral' | 'arrears' | 'unsure'

const usual: Readonly<Record<ChipKind, IconName>> = {
  ok: 'check',
  warn: 'pause',
  err: 'cross',
  info: 'half',
  protected: 'lock',
  neutral: 'square',
  arrears: 'up',
  unsure: 'help',
}

/** A state in one word with its drawing; the colour only repeats them. */
export function Chip({
  kind = 'neutral',
  icon,
  children,
}: {
  kind?: ChipKind
  icon?: IconName
  children: ReactNode
}) {
  return (
    <span className={kind === 'neutral' ? 'chip' : `chip chip-${kind}`}>
      <Icon name={icon ?? usual[kind]} />
      {children}
    </span>
  )
}

export type ClockState = 'ok' | 'near' | 'due' | 'over' | 'paused'

/** A statutory clock: how much is left first, the date second; the line below fills as its days run out. */
export function Clock({
  state,
  left,
  date,
  run,
}: {
  state: ClockState
  /** «Còn 1 ngày làm việc» */
  left: string
  /** «hạn 24/11/2026» */
  date: string
  /** How much of the time has gone, 0 to 1. */
  run: number
}) {
  const icon = state === 'over' ? 'warning' : state === 'paused' ? 'pause' : 'clock'
  return (
    <span className="clock" data-state={state} style={{ '--run': run }}>
      <Icon name={icon} />
      <span>
        {left}{' '}
        <small>
          <i>· </i>
          {date}
        </small>
      </span>
    </span>
  )
}
