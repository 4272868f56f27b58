import { drawings, type IconName } from '#ui/drawings'

export type { IconName }

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
