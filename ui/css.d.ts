import 'react'

declare module 'react' {
  // Components hand numbers to their style sheets through custom properties.
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined
  }
}
