import { useState } from 'react'

/**
 * What is being typed, kept in this tab until it is sent: a reload, a crash or a session that ran out loses no word. Under
 * the name of whoever types it, so that on a shared computer nobody else is shown it; closing the tab forgets it.
 */
export function useKept<Value>(name: string, userId: string, initial: Value | (() => Value)) {
  const key = `an-sinh.kept ${userId} ${name}`
  const [value, setValue] = useState<Value>(
    () => readKept<Value>(key) ?? (initial instanceof Function ? initial() : initial),
  )
  const keep = (next: Value) => {
    setValue(next)
    write(key, next)
  }
  const forget = (next?: Value) => {
    sessionStorage.removeItem(key)
    setValue(next ?? (initial instanceof Function ? initial() : initial))
  }
  return { value, keep, forget }
}

/** Only this file writes it, in the shape it reads; what an older build left that cannot be read is nothing. */
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
