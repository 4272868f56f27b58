/** One pen: 24-unit drawings, 1.6 stroke, round ends; outlines stay a little open, as handwriting does. */
const drawings = {
  list: 'M9 6h11M9 12h11M9 18h8 M3.5 6l1.2 1.2L6.8 5M3.5 12l1.2 1.2L6.8 11M4 18h2',
  person: 'M14.5 4.6a3.8 3.8 0 1 0 1.3 2.9 M4.5 20c.5-4.2 3.4-6.5 7.5-6.5s7 2.3 7.5 6.5',
  people:
    'M11.5 4.8a3.3 3.3 0 1 0 1.1 2.4 M3 19.5c.4-3.8 2.7-5.8 6.2-5.8s5.8 2 6.2 5.8 M16 4.5a3.2 3.2 0 0 1 .6 6.2 M18 14.2c1.8.7 2.8 2.4 3 5.3',
  document: 'M13.5 3.5H6v17h12V8z M13.5 3.5V8H16M9 12h6M9 16h4',
  banknote: 'M3.5 7h17v10.5h-17V10 M14 12.2a2.2 2.2 0 1 1-1.2-1.9M6.5 12h.1M17.5 12h.1',
  chart: 'M4 4v16h16 M8 16v-4M12.5 16V8M17 16v-6',
  search: 'M15.6 15.8A6.8 6.8 0 1 1 17.5 11c0 1-.2 1.9-.6 2.8 M16 16l4.5 4.5',
  calendar: 'M4 6h16v14H4z M4 10.5h16M8.5 3.5V8M15.5 3.5V8',
  help: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3 M12 18.5h.1',
  clock: 'M19.8 9.2A8.4 8.4 0 1 1 17.6 5.7 M12 7.2V12l3.2 2',
  info: 'M19.8 9.2A8.4 8.4 0 1 1 17.6 5.7 M12 11v5.5M12 7.7h.1',
  warning: 'M13.3 5.3 21 19H3l7.7-13.7 M12 10v4M12 16.7h.1',
  check: 'M4.5 12.5l5 5L19.5 7',
  cross: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  dot: 'M16.5 12a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  square: 'M6.5 6.5h11v11h-11z',
  pencil: 'M5 19h3.5L19 8.5 15.5 5 5 15.5z M13.5 7l3.5 3.5',
  half: 'M19.8 9.2A8.4 8.4 0 1 1 17.6 5.7 M12 12V3.6M12 12l6 6',
  signature: 'M3.5 17.5c3-.5 3.5-9 6-9s0 9 2.5 9 2-4.5 4-4.5 1 3.5 4.5 3',
  up: 'M12 20V5M6 11l6-6 6 6',
  down: 'M12 4v15M6 13l6 6 6-6',
  lock: 'M5.5 11h13v9.5h-13z M8.5 11V8a3.5 3.5 0 0 1 7 0v.5',
  undo: 'M4.5 9.5h10a5 5 0 0 1 0 10H11 M8.5 5.5l-4 4 4 4',
  left: 'M15 5.5 8.5 12l6.5 6.5',
  right: 'M9 5.5l6.5 6.5L9 18.5',
  below: 'M5.5 9l6.5 6.5L18.5 9',
  print: 'M7 9V4h10v5 M7 17H4V9h16v8h-3 M7 14h10v6H7z',
  copy: 'M9 9h11v11H9z M15 6V4H4v11h2',
  turn: 'M19.5 12A7.5 7.5 0 1 1 17 6.4 M17.5 3v4h-4',
  download: 'M12 4v11M7 10.5l5 5 5-5 M4.5 19.5h15',
  upload: 'M12 15.5V4M7 8.5l5-5 5 5 M4.5 19.5h15',
  more: 'M6 12h.1M12 12h.1M18 12h.1',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9 M17 7a2 2 0 1 1-.1-.5 M11 17a2 2 0 1 1-.1-.5',
  leave: 'M13 4H5v16h8 M10 12h10M16.5 8l4 4-4 4',
  shield: 'M12 3.5l7.5 2.8v5.2c0 4.5-3 7.5-7.5 9-4.5-1.5-7.5-4.5-7.5-9V8',
} as const
export type IconName = keyof typeof drawings

/** A drawing beside a word. It is never alone and never spoken: whatever it says, the word says too. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={className ? `i ${className}` : 'i'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  )
}

/** The mark: a roof over a person. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M3.5 16.5C9 14 13 9.5 16 4c3 5.5 7 10 12.5 12.5" />
      <path d="M9 17.5V28h14V17.5" />
      <circle cx="16" cy="21" r="3" fill="#f29abf" stroke="#f29abf" />
    </svg>
  )
}
