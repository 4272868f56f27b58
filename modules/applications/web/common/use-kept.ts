import { useEffect, useState } from 'react'

/**
 * What is being typed, kept in this tab until it is sent: a reload, a crash or a session that ran out loses no word. It
 * lies under the id of whoever types it, so that on a shared computer nobody else is shown it; closing the tab forgets it.
 */
export function useKept<Value extends object | string>(name: string, userId: string, initial: () => Value) {
  const key = `an-sinh.kept ${userId} ${name}`
  const [{ value, isKept }, set] = useState(() => {
    const kept = readKept<Value>(key)
    return { value: kept ?? initial(), isKept: kept !== undefined }
  })
  useEffect(() => {
    if (isKept) write(key, value)
    else sessionStorage.removeItem(key)
  }, [key, value, isKept])
  return {
    value,
    /** Something was typed that would be missed. */
    isKept,
    keep: (change: (before: Value) => Value) =>
      set((before) => ({ value: change(before.value), isKept: true })),
    forget: (next: Value) => set({ value: next, isKept: false }),
  }
}

/** Only this file writes it; what was typed into an older build has the shape of that build, and is of the same page. */
function readKept<Value>(key: string): Value | undefined {
  const text = sessionStorage.getItem(key)
  return text === null ? undefined : (JSON.parse(text) as Value)
}

/** A browser that refuses to keep anything still lets one type. */
function write(key: string, value: unknown) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
