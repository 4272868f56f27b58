import { useState } from 'react'

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export const densities = ['compact', 'comfortable'] as const
export const textSizes = ['100', '115', '130'] as const

export type Appearance = {
  readonly theme: (typeof themes)[number]
  readonly density: (typeof densities)[number]
  readonly textSize: (typeof textSizes)[number]
}

const kept = 'ansinh.appearance'

function read(): Appearance {
  const found = new URLSearchParams(localStorage.getItem(kept) ?? '')
  return {
    theme: themes.find((theme) => theme === found.get('theme')) ?? 'system',
    density: densities.find((density) => density === found.get('density')) ?? 'compact',
    textSize: textSizes.find((size) => size === found.get('textSize')) ?? '100',
  }
}

function apply({ theme, density, textSize }: Appearance) {
  const { dataset, style } = document.documentElement
  // High contrast wished for in the system counts as chosen, unless something else was chosen here.
  const wished = theme === 'system' && matchMedia('(prefers-contrast: more)').matches ? 'contrast' : theme
  if (wished === 'system') delete dataset['theme']
  else dataset['theme'] = wished
  dataset['density'] = density
  style.fontSize = textSize === '100' ? '' : `${textSize}%`
}

/** Puts what this browser has chosen on the page; called once, before anything is drawn. */
export function applyAppearance() {
  apply(read())
}

/** How the page looks to this person, and how to change it; kept in this browser. */
export function useAppearance() {
  const [appearance, setAppearance] = useState(read)
  function change(changed: Partial<Appearance>) {
    const next = { ...appearance, ...changed }
    setAppearance(next)
    localStorage.setItem(kept, new URLSearchParams(next).toString())
    apply(next)
  }
  return [appearance, change] as const
}
